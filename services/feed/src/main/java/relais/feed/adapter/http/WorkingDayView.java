package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Reader;

/** A working day, what is to be and was talked about, in JSON. */
@Schema(name = "WorkingDayDetails")
record WorkingDayView(
        LocalDate date,
        String place,
        @Nullable Named inTerritory,
        @Nullable String description,
        List<AgendaItemView> agenda,
        @Nullable MinutesView minutes) {

    @Schema(name = "AgendaItem")
    record AgendaItemView(
            String id,
            @Nullable Named partner,
            String label,
            @Nullable CardRef card,
            @Nullable Long cardVersion,
            @Nullable String note) {}

    @Schema(name = "Minutes")
    record MinutesView(
            @Schema(description = "Markdown") String text,
            List<Named> attending,
            List<DecisionView> decisions,
            Instant publishedAt,
            @Nullable String correction) {}

    @Schema(name = "DecisionTaken")
    record DecisionView(
            String id,
            String text,
            @Schema(description = "The action that it became") @Nullable CardRef action) {}

    static WorkingDayView of(WorkingDayCard card, Names names, Reader reader) {
        WorkingDayCard.Meeting meeting = card.meeting();
        return new WorkingDayView(
                meeting.date(),
                meeting.place(),
                names.territoryOrNull(meeting.inTerritory()),
                meeting.description(),
                card.agenda().stream()
                        .map(
                                item ->
                                        new AgendaItemView(
                                                item.id(),
                                                names.partnerOrNull(item.partner()),
                                                item.label(),
                                                names.cardOrNull(item.cardId(), reader),
                                                item.cardVersion(),
                                                item.note()))
                        .toList(),
                minutes(card.minutes(), names, reader));
    }

    private static @Nullable MinutesView minutes(
            WorkingDayCard.@Nullable Minutes minutes, Names names, Reader reader) {
        return minutes == null
                ? null
                : new MinutesView(
                        minutes.text(),
                        names.partners(minutes.attending()),
                        minutes.decisions().stream()
                                .map(
                                        decision ->
                                                new DecisionView(
                                                        decision.id(),
                                                        decision.text(),
                                                        names.cardOrNull(
                                                                decision.action(), reader)))
                                .toList(),
                        minutes.publishedAt(),
                        minutes.correction());
    }
}
