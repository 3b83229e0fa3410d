package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.query.Reader;

/** An action and how far it is, in JSON. The card's partner leads it. */
@Schema(name = "ActionDetails")
record ActionView(
        @Nullable String description,
        List<Named> partnersInvolved,
        LocalDate dueOn,
        List<CardRef> objectives,
        @Nullable CardRef contribution,
        List<CardRef> experiences,
        @Schema(description = "The working day that decided it") @Nullable CardRef workingDay,
        @Schema(description = "Which of its decisions") @Nullable String decision,
        @Schema(description = "In the order they were made") List<ProgressView> progress,
        @Nullable LocalDate completedOn,
        @Schema(description = "The last report, or why it was abandoned") @Nullable String remark) {

    @Schema(name = "ProgressReport")
    record ProgressView(int percent, Instant at, String report) {}

    static ActionView of(ActionCard card, Names names, Reader reader) {
        ActionCard.Plan plan = card.plan();
        ActionCard.Origin origin = card.origin();
        ActionCard.End end = card.end();
        return new ActionView(
                plan.description(),
                names.partners(plan.partnersInvolved()),
                plan.dueOn(),
                names.cards(plan.objectives(), reader),
                names.cardOrNull(plan.contribution(), reader),
                names.cards(plan.experiences(), reader),
                origin == null ? null : names.card(origin.workingDay(), reader),
                origin == null ? null : origin.decision(),
                card.progress().stream()
                        .map(each -> new ProgressView(each.percent(), each.at(), each.report()))
                        .toList(),
                end == null ? null : end.completedOn(),
                end == null ? null : end.remark());
    }
}
