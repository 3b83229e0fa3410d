package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.Card;
import relais.feed.projection.Consultation;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Moments;

/** The few figures and days by which a list tells one card of a kind from another. */
record Glance(
        @Schema(description = "Of an objective or an action") @Nullable LocalDate dueOn,
        @Schema(description = "Of a working day: its date") @Nullable LocalDate heldOn,
        @Schema(description = "Of a contribution: until when positions may be taken")
                @Nullable LocalDate closesOn,
        @Schema(description = "Of a contribution") @Nullable LocalDate adoptedOn,
        @Schema(
                        description =
                                "How far an action is, or an objective between its baseline and its"
                                        + " target, rounded down: below 0 or above 100 if it left"
                                        + " that range")
                @Nullable BigInteger percent,
        @Schema(description = "Of an action: whether it should have been done by then")
                @Nullable Boolean late,
        @Schema(description = "Of an objective") @Nullable BigDecimal target,
        @Nullable String unit,
        @Schema(description = "Of an objective: the latest")
                ObjectiveCard.@Nullable Measure measure,
        @Schema(description = "Of an experience: what it cost in all") @Nullable BigDecimal euros,
        @Schema(
                        description = "Of an experience: whether its results were measured",
                        allowableValues = {"MEASURED", "EXPECTED"})
                @Nullable String results,
        @Schema(description = "Of an experience: the first of its pictures")
                Content.@Nullable Picture picture) {

    /** What there is of it; null for a kind that has no such thing. */
    static @Nullable Glance of(Card card, LocalDate today) {
        return switch (card) {
            case ContributionCard contribution -> of(contribution);
            case ExperienceCard experience -> of(experience);
            case ObjectiveCard objective -> of(objective);
            case ActionCard action ->
                    new Glance(
                            action.dueOn(),
                            null,
                            null,
                            null,
                            BigInteger.valueOf(action.percent()),
                            action.isLate(today),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            case WorkingDayCard day ->
                    new Glance(
                            null,
                            day.meeting().date(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            default -> null;
        };
    }

    private static @Nullable Glance of(ContributionCard card) {
        Consultation consultation = card.consultation();
        if (consultation == null && card.life().adoptedOn() == null) {
            return null;
        }
        return new Glance(
                null,
                null,
                consultation == null ? null : Moments.dayOf(consultation.deadline()),
                card.life().adoptedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Glance of(ExperienceCard card) {
        Content.Means means = card.content().means();
        BigDecimal euros = means == null ? null : means.euros();
        Content.Results results = card.content().results();
        List<Content.Picture> pictures = card.content().pictures();
        if (euros == null && results == null && pictures.isEmpty()) {
            return null;
        }
        return new Glance(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                euros == null ? null : plain(euros),
                results == null ? null : results.kind(),
                pictures.isEmpty() ? null : pictures.getFirst());
    }

    private static Glance of(ObjectiveCard card) {
        return new Glance(
                card.dueOn(),
                null,
                null,
                null,
                card.percent().orElse(null),
                null,
                plain(card.aim().target()),
                card.aim().unit(),
                card.latestMeasure().orElse(null),
                null,
                null,
                null);
    }

    /** Without the zeros that the log's four decimals add. */
    static BigDecimal plain(BigDecimal figure) {
        return new BigDecimal(figure.stripTrailingZeros().toPlainString());
    }
}
