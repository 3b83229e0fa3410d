package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the partners.
 *
 * @param partner the partner that called it; null if the log does not say
 * @param agenda in the order it was made up
 * @param minutes null until they are published
 * @param reason why it was last rescheduled, or cancelled
 */
public record WorkingDayCard(
        Revision revision,
        @Nullable String partner,
        Meeting meeting,
        List<AgendaItem> agenda,
        @Nullable Minutes minutes,
        Status status,
        @Nullable String reason)
        implements Card {

    private static final String EVERYWHERE = "pays:FR";

    public WorkingDayCard {
        agenda = List.copyOf(agenda);
    }

    /**
     * When, where and about what.
     *
     * @param date a day in Europe/Paris
     * @param inTerritory where it is held, as {@code scheme:code}; null if it is not said
     */
    public record Meeting(
            LocalDate date,
            String place,
            @Nullable String inTerritory,
            String theme,
            @Nullable String description) {}

    /**
     * One point to talk about.
     *
     * @param partner the partner that asked for it
     * @param cardId the card it is about, and which version of it
     */
    public record AgendaItem(
            String id,
            @Nullable String partner,
            String label,
            @Nullable String cardId,
            @Nullable Long cardVersion,
            @Nullable String note) {}

    /**
     * What was said and decided.
     *
     * @param text Markdown
     * @param attending the partners that were there
     * @param correction what this version of the minutes corrects; null in the first
     */
    public record Minutes(
            String text,
            List<String> attending,
            List<DecisionTaken> decisions,
            Instant publishedAt,
            @Nullable String correction) {

        public Minutes {
            attending = List.copyOf(attending);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * One decision.
     *
     * @param action the action that it became; null if it asks for none
     */
    public record DecisionTaken(String id, String text, @Nullable String action) {}

    @Override
    public WorkingDayCard at(Revision other) {
        return new WorkingDayCard(other, partner, meeting, agenda, minutes, status, reason);
    }

    @Override
    public Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        return revision.createdAt();
    }

    @Override
    public Kind kind() {
        return Kind.WORKING_DAY;
    }

    @Override
    public String territory() {
        String place = meeting.inTerritory();
        return place == null ? EVERYWHERE : place;
    }
}
