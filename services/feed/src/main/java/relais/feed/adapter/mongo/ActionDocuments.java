package relais.feed.adapter.mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.ActionCard.End;
import relais.feed.projection.ActionCard.Origin;
import relais.feed.projection.ActionCard.Plan;
import relais.feed.projection.ActionCard.Progress;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;

/** An action as the fields of a document. */
final class ActionDocuments {

    private ActionDocuments() {}

    static void write(ActionCard card, Fields fields) {
        Plan plan = card.plan();
        fields.put("title", plan.title())
                .put("axes", plan.axes())
                .put("dueOn", plan.dueOn())
                .put(
                        "plan",
                        Fields.empty()
                                .put("description", plan.description())
                                .put("partnersInvolved", plan.partnersInvolved())
                                .put("objectives", plan.objectives())
                                .put("contribution", plan.contribution())
                                .put("experiences", plan.experiences()))
                .put("origin", write(card.origin()))
                .put("progress", card.progress().stream().map(ActionDocuments::write).toList())
                .put("end", write(card.end()));
    }

    static ActionCard read(Revision revision, Fields fields) {
        Fields plan = fields.nested("plan");
        Fields origin = fields.nested("origin");
        Fields end = fields.nested("end");
        Status status = fields.symbol(Status.class, "status");
        return new ActionCard(
                revision,
                new Plan(
                        fields.text("title"),
                        plan.textOrNull("description"),
                        fields.text("partner"),
                        plan.texts("partnersInvolved"),
                        fields.text("territory"),
                        fields.texts("axes"),
                        fields.day("dueOn"),
                        plan.texts("objectives"),
                        plan.textOrNull("contribution"),
                        plan.texts("experiences")),
                fields.has("origin")
                        ? new Origin(origin.text("workingDay"), origin.textOrNull("decision"))
                        : null,
                status,
                fields.list("progress").stream().map(ActionDocuments::progress).toList(),
                status == Status.COMPLETED || status == Status.ABANDONED
                        ? new End(end.dayOrNull("completedOn"), end.textOrNull("remark"))
                        : null);
    }

    private static @Nullable Fields write(@Nullable Origin origin) {
        return origin == null
                ? null
                : Fields.empty()
                        .put("workingDay", origin.workingDay())
                        .put("decision", origin.decision());
    }

    private static @Nullable Fields write(@Nullable End end) {
        return end == null
                ? null
                : Fields.empty().put("completedOn", end.completedOn()).put("remark", end.remark());
    }

    private static Document write(Progress progress) {
        return Fields.empty()
                .put("percent", progress.percent())
                .put("at", progress.at())
                .put("report", progress.report())
                .document();
    }

    private static Progress progress(Fields fields) {
        return new Progress(
                (int) fields.number("percent"), fields.instant("at"), fields.text("report"));
    }
}
