package relais.feed.projection;

import static relais.feed.projection.Reference.To.CARD;
import static relais.feed.projection.Reference.To.PARTNER;
import static relais.feed.projection.Reference.To.TERRITORY;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * A meeting of the partners. Its title is its theme, its preview the place.
 *
 * @param partner the partner that called it; null if the log does not say
 * @param agenda in the order it was made up
 * @param minutes null until they are published
 * @param reason why it was last rescheduled, or cancelled
 */
@Schema(name = "WorkingDayDetails")
@StoredType(value = "WORKING_DAY", omitsEmpty = true)
public record WorkingDayCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @Nullable String partner,
        @StoredField(unwrapped = true) @JsonUnwrapped Meeting meeting,
        List<AgendaItem> agenda,
        @Nullable Minutes minutes,
        Status status,
        @Nullable String reason)
        implements Card {

    public WorkingDayCard {
        agenda = List.copyOf(agenda);
    }

    /**
     * When and where.
     *
     * @param date a day in Europe/Paris
     * @param inTerritory where it is held, as {@code scheme:code}; null if it is not said
     */
    public record Meeting(
            @StoredField(name = "heldOn") LocalDate date,
            @Reference(TERRITORY) @Nullable String inTerritory,
            @Nullable String description) {}

    /**
     * One point to talk about.
     *
     * @param partner the partner that asked for it
     * @param card the card it is about, at {@code cardVersion}
     */
    @Schema(name = "AgendaItem")
    public record AgendaItem(
            String id,
            @Reference(PARTNER) @Nullable String partner,
            String label,
            @Reference(CARD) @Nullable String card,
            @Nullable Long cardVersion,
            @Nullable String note) {}

    /**
     * What was said and decided.
     *
     * @param attending the partners that were there
     * @param correction what this version of the minutes corrects; null in the first
     */
    @Schema(name = "Minutes")
    @StoredType(omitsEmpty = true)
    public record Minutes(
            @Schema(description = "Markdown") String text,
            @Reference(PARTNER) List<String> attending,
            List<DecisionTaken> decisions,
            Instant publishedAt,
            @Nullable String correction) {

        public Minutes {
            attending = List.copyOf(attending);
            decisions = List.copyOf(decisions);
        }
    }

    @Schema(name = "DecisionTaken")
    public record DecisionTaken(
            String id,
            String text,
            @Schema(description = "The action that it became") @Reference(CARD)
                    @Nullable String action) {}

    @JsonProperty
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
    public String place() {
        return String.valueOf(headline.preview());
    }

    public String theme() {
        return String.valueOf(headline.title());
    }

    @Override
    public WorkingDayCard at(Revision other) {
        return new WorkingDayCard(
                other, headline, partner, meeting, agenda, minutes, status, reason);
    }

    WorkingDayCard rescheduled(Headline title, Meeting other, @Nullable String why) {
        return new WorkingDayCard(revision, title, partner, other, agenda, minutes, status, why);
    }

    WorkingDayCard prepared(List<AgendaItem> items) {
        return new WorkingDayCard(
                revision, headline, partner, meeting, items, minutes, status, reason);
    }

    WorkingDayCard ended(Status how, @Nullable Minutes published, @Nullable String why) {
        return new WorkingDayCard(
                revision, headline, partner, meeting, agenda, published, how, why);
    }

    @Override
    public Kind kind() {
        return Kind.WORKING_DAY;
    }
}
