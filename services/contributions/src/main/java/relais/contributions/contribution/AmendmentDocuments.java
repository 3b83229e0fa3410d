package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;
import static relais.contributions.contribution.ContributionDocuments.wording;

import org.bson.Document;
import relais.aggregates.partner.PartnerId;

/** Amendments as documents. */
final class AmendmentDocuments {

    private AmendmentDocuments() {}

    static Document write(Amendment amendment) {
        Document document =
                new Document("id", amendment.id().value())
                        .append("partner", amendment.partner().value())
                        .append("section", amendment.section().value())
                        .append("basedOn", amendment.basedOn())
                        .append("base", wording(amendment.base()))
                        .append("proposed", wording(amendment.proposed()))
                        .append("reason", amendment.reason())
                        .append("status", amendment.status().name());
        put(document, "answer", amendment.answer());
        return document;
    }

    static Amendment read(Document document) {
        return new Amendment(
                new AmendmentId(text(document, "id")),
                new PartnerId(text(document, "partner")),
                new SectionId(text(document, "section")),
                number(document, "basedOn"),
                wording(part(document, "base")),
                wording(part(document, "proposed")),
                text(document, "reason"),
                AmendmentStatus.valueOf(text(document, "status")),
                document.getString("answer"));
    }
}
