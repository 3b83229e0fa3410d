package relais.contributions.known;

import static java.util.Objects.requireNonNull;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.consumer.ReplicaMapper;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.known.KnownExperience.Standing;

/** The replica's documents of experiences. */
final class ExperienceDocuments implements ReplicaMapper<KnownExperience> {

    @Override
    public Document write(KnownExperience experience) {
        Document document = new Document("standing", experience.standing().name());
        if (experience.publishedIn() != null) {
            document.append("publishedIn", experience.publishedIn());
        }
        if (experience.lastChange() != null) {
            document.append("lastChange", change(experience.lastChange()));
        }
        return document;
    }

    @Override
    public KnownExperience read(Document document) {
        return new KnownExperience(
                new ExperienceId(document.getString("_id")),
                document.getLong("version"),
                document.getLong("publishedIn"),
                Standing.valueOf(document.getString("standing")),
                change(document.get("lastChange", Document.class)));
    }

    private static Document change(Change change) {
        Document document =
                new Document("version", change.version())
                        .append("change", change.change().name())
                        .append("at", Date.from(change.at()));
        if (change.reason() != null) {
            document.append("reason", change.reason());
        }
        return document;
    }

    private static @Nullable Change change(@Nullable Document document) {
        return document == null
                ? null
                : new Change(
                        document.getLong("version"),
                        EvidenceChange.valueOf(document.getString("change")),
                        requireNonNull(document.getDate("at")).toInstant(),
                        document.getString("reason"));
    }
}
