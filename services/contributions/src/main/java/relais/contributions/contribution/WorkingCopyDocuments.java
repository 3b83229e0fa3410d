package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;
import static relais.aggregates.mongo.DocumentFields.texts;

import org.bson.Document;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ProposedText.ProposedSection;

/** Working copies as documents: whatever was typed, as it was typed. */
final class WorkingCopyDocuments {

    /** In no identifier. */
    static final char SEPARATOR = '|';

    private WorkingCopyDocuments() {}

    static String id(ContributionId contribution, PartnerId partner) {
        return contribution.value() + SEPARATOR + partner.value();
    }

    static Document write(WorkingCopy copy) {
        ProposedText text = copy.text();
        Document document =
                new Document("_id", id(copy.contribution(), copy.partner()))
                        .append("contribution", copy.contribution().value())
                        .append("partner", copy.partner().value())
                        .append("version", copy.version())
                        .append("basedOn", copy.basedOn())
                        .append("axes", text.axes())
                        .append(
                                "sections",
                                text.sections().stream()
                                        .map(WorkingCopyDocuments::section)
                                        .toList());
        put(document, "title", text.title());
        put(document, "summary", text.summary());
        put(document, "note", copy.note());
        put(document, "updatedAt", copy.updatedAt());
        return document;
    }

    static WorkingCopy read(Document document) {
        return new WorkingCopy(
                new ContributionId(text(document, "contribution")),
                new PartnerId(text(document, "partner")),
                number(document, "version"),
                number(document, "basedOn"),
                new ProposedText(
                        document.getString("title"),
                        document.getString("summary"),
                        texts(document, "axes"),
                        parts(document, "sections").stream()
                                .map(WorkingCopyDocuments::section)
                                .toList()),
                document.getString("note"),
                instant(document, "updatedAt"));
    }

    private static Document section(ProposedSection section) {
        Document document = new Document();
        put(document, "id", section.id());
        put(document, "heading", section.heading());
        put(document, "body", section.body());
        return document;
    }

    private static ProposedSection section(Document document) {
        return new ProposedSection(
                document.getString("id"),
                document.getString("heading"),
                document.getString("body"));
    }
}
