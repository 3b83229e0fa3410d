package relais.contributions.objective;

import static relais.aggregates.mongo.DocumentFields.day;
import static relais.aggregates.mongo.DocumentFields.dayIfAny;
import static relais.aggregates.mongo.DocumentFields.decimal;
import static relais.aggregates.mongo.DocumentFields.decimalIfAny;
import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.partner.PartnerId;

/**
 * Objectives as documents. {@code latest} is the measure that a list shows: derived, so that a list
 * reads no others.
 */
public final class ObjectiveDocuments implements StateDocuments<Objective> {

    @Override
    public Document write(Objective objective) {
        Document document =
                new Document("id", objective.id().value())
                        .append("status", objective.status().name())
                        .append("aim", aim(objective.aim()))
                        .append(
                                "measures",
                                objective.measures().stream()
                                        .map(ObjectiveDocuments::measure)
                                        .toList());
        put(document, "setAt", objective.setAt());
        put(document, "setBy", objective.setBy());
        put(document, "note", objective.note());
        put(document, "reason", objective.reason());
        put(document, "latest", objective.latest().map(ObjectiveDocuments::measure).orElse(null));
        return document;
    }

    @Override
    public Objective read(Document document) {
        return new Objective(
                new ObjectiveId(text(document, "id")),
                PartnerId.parse(document.getString("setBy")).orElse(null),
                aim(part(document, "aim")),
                document.getString("note"),
                parts(document, "measures").stream().map(ObjectiveDocuments::measure).toList(),
                ObjectiveStatus.valueOf(text(document, "status")),
                document.getString("reason"),
                instant(document, "setAt"));
    }

    private static Document aim(Aim aim) {
        Document document =
                new Document("axis", aim.axis().name())
                        .append("title", aim.title())
                        .append("indicator", aim.indicator())
                        .append("unit", aim.unit())
                        .append("target", aim.target().toPlainString())
                        .append("dueOn", aim.dueOn().toString());
        put(document, "baseline", aim.baseline());
        put(document, "baselineOn", aim.baselineOn());
        put(document, "steward", aim.steward());
        return document;
    }

    static Aim aim(Document document) {
        return new Aim(
                Axis.valueOf(text(document, "axis")),
                text(document, "title"),
                text(document, "indicator"),
                text(document, "unit"),
                decimalIfAny(document, "baseline"),
                dayIfAny(document, "baselineOn"),
                decimal(document, "target"),
                day(document, "dueOn"),
                PartnerId.parse(document.getString("steward")).orElse(null));
    }

    private static Document measure(Measure measure) {
        Document document =
                new Document("value", measure.value().toPlainString())
                        .append("on", measure.on().toString());
        put(document, "source", measure.source());
        put(document, "note", measure.note());
        return document;
    }

    private static Measure measure(Document document) {
        return new Measure(
                decimal(document, "value"),
                day(document, "on"),
                document.getString("source"),
                document.getString("note"));
    }

    /** Absent before the first measure. */
    static @Nullable Measure latest(Document state) {
        Document latest = state.get("latest", Document.class);
        return latest == null ? null : measure(latest);
    }
}
