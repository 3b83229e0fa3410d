package relais.contributions.action;

import static relais.aggregates.mongo.DocumentFields.dayIfAny;
import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.smallNumber;
import static relais.aggregates.mongo.DocumentFields.text;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;

/**
 * Actions as documents. {@code open} says whether something is still to be done: derived, so that
 * what is late is one indexed range; it is written and never read back.
 */
public final class ActionDocuments implements StateDocuments<Action> {

    @Override
    public Document write(Action action) {
        Document document =
                new Document("id", action.id().value())
                        .append("home", action.home().value())
                        .append("plan", PlanDocuments.write(action.plan()))
                        .append("status", action.status().name())
                        .append("open", action.status().isOpen())
                        .append("percent", action.percent())
                        .append(
                                "reports",
                                action.reports().stream().map(ActionDocuments::report).toList())
                        .append("plannedAt", Date.from(action.plannedAt()));
        put(document, "completedOn", action.completedOn());
        put(document, "reason", action.reason());
        put(document, "origin", origin(action.origin()));
        return document;
    }

    @Override
    public Action read(Document document) {
        return new Action(
                new ActionId(text(document, "id")),
                new TerritoryCode(text(document, "home")),
                PlanDocuments.read(part(document, "plan")),
                ActionStatus.valueOf(text(document, "status")),
                smallNumber(document, "percent"),
                parts(document, "reports").stream().map(ActionDocuments::report).toList(),
                dayIfAny(document, "completedOn"),
                document.getString("reason"),
                origin(document),
                instant(document, "plannedAt"));
    }

    private static Document report(ProgressReport report) {
        return new Document("percent", report.percent())
                .append("report", report.report())
                .append("at", Date.from(report.at()));
    }

    private static ProgressReport report(Document document) {
        return new ProgressReport(
                smallNumber(document, "percent"),
                text(document, "report"),
                instant(document, "at"));
    }

    private static @Nullable Document origin(@Nullable Origin origin) {
        return origin == null
                ? null
                : new Document("workingDay", origin.workingDay().value())
                        .append("decision", origin.decision().value());
    }

    static @Nullable Origin origin(Document state) {
        Document origin = state.get("origin", Document.class);
        return origin == null
                ? null
                : new Origin(
                        new WorkingDayId(text(origin, "workingDay")),
                        new DecisionId(text(origin, "decision")));
    }
}
