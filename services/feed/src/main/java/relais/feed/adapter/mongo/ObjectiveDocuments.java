package relais.feed.adapter.mongo;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.ObjectiveCard.Aim;
import relais.feed.projection.ObjectiveCard.Measure;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;

/** An objective as the fields of a document. */
final class ObjectiveDocuments {

    private ObjectiveDocuments() {}

    static void write(ObjectiveCard card, Fields fields) {
        Aim aim = card.aim();
        fields.put("title", aim.title())
                .put("preview", aim.indicator())
                .put("axes", List.of(aim.axis()))
                .put("dueOn", aim.dueOn())
                .put(
                        "aim",
                        Fields.empty()
                                .put("unit", aim.unit())
                                .put("baseline", aim.baseline())
                                .put("baselineOn", aim.baselineOn())
                                .put("target", aim.target())
                                .put("steward", aim.steward())
                                .put("note", aim.note()))
                .put("measures", card.measures().stream().map(ObjectiveDocuments::write).toList())
                .put("reason", card.reason());
    }

    static ObjectiveCard read(Revision revision, Fields fields) {
        Fields aim = fields.nested("aim");
        return new ObjectiveCard(
                revision,
                fields.textOrNull("partner"),
                new Aim(
                        fields.texts("axes").getFirst(),
                        fields.text("title"),
                        fields.text("preview"),
                        aim.text("unit"),
                        aim.decimalOrNull("baseline"),
                        aim.dayOrNull("baselineOn"),
                        Objects.requireNonNull(aim.decimalOrNull("target"), "target"),
                        fields.day("dueOn"),
                        aim.textOrNull("steward"),
                        aim.textOrNull("note")),
                fields.list("measures").stream().map(ObjectiveDocuments::measure).toList(),
                fields.symbol(Status.class, "status"),
                fields.textOrNull("reason"));
    }

    private static Document write(Measure measure) {
        return Fields.empty()
                .put("value", measure.value())
                .put("measuredOn", measure.measuredOn())
                .put("reportedAt", measure.reportedAt())
                .put("source", measure.source())
                .put("note", measure.note())
                .document();
    }

    private static Measure measure(Fields fields) {
        return new Measure(
                Objects.requireNonNull(fields.decimalOrNull("value"), "value"),
                fields.day("measuredOn"),
                fields.instant("reportedAt"),
                fields.textOrNull("source"),
                fields.textOrNull("note"));
    }
}
