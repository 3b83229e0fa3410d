package relais.contributions.workingday;

import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.instantIfAny;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.smallNumber;
import static relais.aggregates.mongo.DocumentFields.text;
import static relais.aggregates.mongo.DocumentFields.texts;
import static relais.aggregates.mongo.DocumentFields.written;

import java.util.Date;
import org.bson.Document;
import relais.aggregates.partner.PartnerId;
import relais.contributions.action.PlanDocuments;
import relais.contributions.action.ActionId;

/** Minutes as a part of their working day's document. */
final class MinutesDocuments {

    private MinutesDocuments() {}

    static Document write(Minutes minutes) {
        Document document =
                new Document("text", minutes.text())
                        .append("attending", written(minutes.attending()))
                        .append(
                                "decisions",
                                minutes.decisions().stream()
                                        .map(MinutesDocuments::decision)
                                        .toList())
                        .append("publishedAt", Date.from(minutes.publishedAt()))
                        .append("numbered", minutes.numbered());
        put(document, "correction", minutes.correction());
        put(document, "correctedAt", minutes.correctedAt());
        return document;
    }

    static Minutes read(Document document) {
        return new Minutes(
                text(document, "text"),
                texts(document, "attending").stream().map(PartnerId::new).toList(),
                parts(document, "decisions").stream().map(MinutesDocuments::decision).toList(),
                document.getString("correction"),
                instant(document, "publishedAt"),
                instantIfAny(document, "correctedAt"),
                smallNumber(document, "numbered"));
    }

    private static Document decision(MeetingDecision decision) {
        Document document =
                new Document("id", decision.id().value()).append("text", decision.text());
        put(document, "action", decision.action());
        put(
                document,
                "plan",
                decision.plan() == null ? null : PlanDocuments.write(decision.plan()));
        return document;
    }

    private static MeetingDecision decision(Document document) {
        Document plan = document.get("plan", Document.class);
        return new MeetingDecision(
                new DecisionId(text(document, "id")),
                text(document, "text"),
                ActionId.parse(document.getString("action")).orElse(null),
                plan == null ? null : PlanDocuments.read(plan));
    }
}
