package relais.feed.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;

/**
 * In which order cards are listed. Each order has a text in the card's document that falls from the
 * first card to the last, so that one index gives the list and a bound of it is a cursor; it ends
 * with the {@linkplain Positions position}, so that among equals the latest comes first.
 */
public enum CardOrder {
    /** The latest first. */
    DATE("position", false),

    /** Experiences by adoptions that have not ended, the most first. */
    ADOPTIONS("byAdoptions", false),

    /** Experiences by what they cost in all, the cheapest first; those that do not say are last. */
    COST("byCost", true);

    /** Cents, one more than the largest cost that is told apart: ten thousand million euros. */
    private static final long MOST_CENTS = 1_000_000_000_000L;

    private static final int MOST_ADOPTIONS = 999_999;

    private final String field;
    private final boolean tellsText;

    CardOrder(String field, boolean tellsText) {
        this.field = field;
        this.tellsText = tellsText;
    }

    /** The field of a card's document. */
    public String field() {
        return field;
    }

    /** Whether a place in it tells what the card's author wrote. */
    public boolean tellsText() {
        return tellsText;
    }

    /** Where a card stands; null if the order is not of its kind. */
    public @Nullable String of(Card card) {
        String position = Positions.of(card);
        return switch (this) {
            case DATE -> position;
            case ADOPTIONS ->
                    card instanceof ExperienceCard experience
                            ? adoptions(experience) + position
                            : null;
            case COST ->
                    card instanceof ExperienceCard experience ? cost(experience) + position : null;
        };
    }

    /** Whether a text can be a place in this order: what a cursor may hold. */
    public boolean isPlace(String text) {
        return switch (this) {
            case DATE -> Positions.isPosition(text);
            case ADOPTIONS ->
                    text.matches("\\d{6}\\|.*") && Positions.isPosition(text.substring(7));
            case COST -> text.matches("\\d{12}\\|.*") && Positions.isPosition(text.substring(13));
        };
    }

    private static String adoptions(ExperienceCard card) {
        int standing = Math.min(card.engagement().standingAdoptions(), MOST_ADOPTIONS);
        return "%06d|".formatted(standing);
    }

    private static String cost(ExperienceCard card) {
        Content.Means means = card.content().means();
        BigDecimal euros = means == null ? null : means.euros();
        long rest = euros == null ? 0 : Math.max(1, MOST_CENTS - 1 - cents(euros));
        return "%012d|".formatted(rest);
    }

    private static long cents(BigDecimal euros) {
        BigDecimal cents = euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return cents.max(BigDecimal.ZERO).min(BigDecimal.valueOf(MOST_CENTS)).longValueExact();
    }
}
