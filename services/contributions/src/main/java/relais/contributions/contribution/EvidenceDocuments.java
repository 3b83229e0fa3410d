package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;

import org.bson.Document;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/** What a contribution cites, as documents. */
final class EvidenceDocuments {

    private EvidenceDocuments() {}

    static Document write(Evidence evidence) {
        Document document =
                new Document("experienceId", evidence.experience().value())
                        .append("version", evidence.version());
        put(document, "section", evidence.section() == null ? null : evidence.section().value());
        put(document, "note", evidence.note());
        put(document, "outdated", evidence.outdated() == null ? null : write(evidence.outdated()));
        return document;
    }

    static Evidence read(Document document) {
        Document outdated = document.get("outdated", Document.class);
        return new Evidence(
                new ExperienceId(text(document, "experienceId")),
                number(document, "version"),
                SectionId.parse(document.getString("section")).orElse(null),
                document.getString("note"),
                outdated == null ? null : change(outdated));
    }

    private static Document write(Change change) {
        Document document =
                new Document("version", change.version()).append("change", change.change().name());
        put(document, "at", change.at());
        put(document, "reason", change.reason());
        return document;
    }

    private static Change change(Document document) {
        return new Change(
                number(document, "version"),
                EvidenceChange.valueOf(text(document, "change")),
                instant(document, "at"),
                document.getString("reason"));
    }
}
