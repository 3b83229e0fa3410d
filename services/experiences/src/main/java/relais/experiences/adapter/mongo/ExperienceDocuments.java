package relais.experiences.adapter.mongo;

import static java.util.Objects.requireNonNull;
import static relais.experiences.adapter.mongo.ContentDocuments.date;
import static relais.experiences.adapter.mongo.ContentDocuments.documents;
import static relais.experiences.adapter.mongo.ContentDocuments.put;
import static relais.experiences.adapter.mongo.ContentDocuments.text;
import static relais.experiences.adapter.mongo.ContentDocuments.texts;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.KeptExperience;
import relais.experiences.domain.Adoption;
import relais.experiences.domain.AdoptionId;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.FieldComment;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.Returned;
import relais.experiences.domain.Status;
import relais.experiences.domain.TerritoryCode;
import relais.outbox.StateMapper;

/**
 * Experiences as documents. {@code reach} holds the territories whose reviewers see it: derived, so
 * that a review queue is one indexed equality; it is written and never read back.
 */
final class ExperienceDocuments implements StateMapper<KeptExperience> {

    private final Function<TerritoryCode, Set<String>> reach;

    ExperienceDocuments(Function<TerritoryCode, Set<String>> reach) {
        this.reach = reach;
    }

    @Override
    public Document write(KeptExperience kept) {
        Experience experience = kept.experience();
        Document document =
                new Document("id", experience.id().value())
                        .append("owner", experience.owner().value())
                        .append("home", experience.home().value())
                        .append("content", ContentDocuments.write(experience.content()))
                        .append("status", experience.status().name())
                        .append("comments", comments(experience.comments()))
                        .append(
                                "endorsements",
                                experience.endorsements().stream()
                                        .map(PartnerId::value)
                                        .sorted()
                                        .toList())
                        .append(
                                "adoptions",
                                experience.adoptions().values().stream()
                                        .map(ExperienceDocuments::adoption)
                                        .toList())
                        .append("submittedAt", Date.from(experience.submittedAt()))
                        .append("lastEventAt", Date.from(experience.lastEventAt()))
                        .append("importedRows", kept.importedRows().stream().sorted().toList())
                        .append(
                                "reach",
                                List.copyOf(reach.apply(experience.content().territory())));
        put(document, "competentPartner", text(experience.competentPartner()));
        put(document, "externalId", experience.externalId());
        put(document, "reason", experience.reason());
        put(document, "returned", returned(experience.returned()));
        put(document, "confirmedOn", text(experience.confirmedOn()));
        put(document, "highlight", highlight(experience.highlight()));
        return document;
    }

    @Override
    public KeptExperience read(Document document) {
        Experience experience =
                new Experience(
                        new ExperienceId(document.getString("id")),
                        new PartnerId(document.getString("owner")),
                        new TerritoryCode(document.getString("home")),
                        ContentDocuments.read(
                                requireNonNull(document.get("content", Document.class))),
                        PartnerId.parse(document.getString("competentPartner")).orElse(null),
                        document.getString("externalId"),
                        Status.valueOf(document.getString("status")),
                        document.getString("reason"),
                        comments(document),
                        returned(document),
                        date(document, "confirmedOn"),
                        highlight(document),
                        texts(document, "endorsements").stream()
                                .map(PartnerId::new)
                                .collect(Collectors.toSet()),
                        adoptions(document),
                        document.getDate("submittedAt").toInstant(),
                        document.getDate("lastEventAt").toInstant());
        return new KeptExperience(experience, Set.copyOf(texts(document, "importedRows")));
    }

    private static List<Document> comments(List<FieldComment> comments) {
        return comments.stream()
                .map(
                        comment ->
                                new Document("field", comment.field())
                                        .append("comment", comment.comment()))
                .toList();
    }

    private static List<FieldComment> comments(Document document) {
        return documents(document, "comments").stream()
                .map(
                        comment ->
                                new FieldComment(
                                        comment.getString("field"), comment.getString("comment")))
                .toList();
    }

    private static @Nullable Document returned(@Nullable Returned returned) {
        if (returned == null) {
            return null;
        }
        Document document =
                new Document("content", ContentDocuments.write(returned.content()))
                        .append("reason", returned.reason())
                        .append("comments", comments(returned.comments()))
                        .append("at", Date.from(returned.at()));
        put(document, "competentPartner", text(returned.competentPartner()));
        return document;
    }

    /** Absent too where an older build kept it: it then says nothing of what changed. */
    private static @Nullable Returned returned(Document document) {
        Document returned = document.get("returned", Document.class);
        return returned == null
                ? null
                : new Returned(
                        ContentDocuments.read(
                                requireNonNull(returned.get("content", Document.class))),
                        PartnerId.parse(returned.getString("competentPartner")).orElse(null),
                        returned.getString("reason"),
                        comments(returned),
                        returned.getDate("at").toInstant());
    }

    private static @Nullable Document highlight(Experience.@Nullable Highlight highlight) {
        if (highlight == null) {
            return null;
        }
        Document document = new Document();
        put(document, "headline", highlight.headline());
        put(document, "until", text(highlight.until()));
        return document;
    }

    private static Experience.@Nullable Highlight highlight(Document document) {
        Document highlight = document.get("highlight", Document.class);
        return highlight == null
                ? null
                : new Experience.Highlight(
                        highlight.getString("headline"), date(highlight, "until"));
    }

    private static Document adoption(Adoption adoption) {
        Document document =
                new Document("id", adoption.id().value())
                        .append("partner", adoption.partner().value())
                        .append("territory", adoption.territory().value())
                        .append("adoptedOn", adoption.adoptedOn().toString());
        put(document, "reportedOn", text(adoption.reportedOn()));
        put(document, "endedOn", text(adoption.endedOn()));
        return document;
    }

    private static Map<AdoptionId, Adoption> adoptions(Document document) {
        return documents(document, "adoptions").stream()
                .map(
                        adoption ->
                                new Adoption(
                                        new AdoptionId(adoption.getString("id")),
                                        new PartnerId(adoption.getString("partner")),
                                        new TerritoryCode(adoption.getString("territory")),
                                        requireNonNull(date(adoption, "adoptedOn")),
                                        date(adoption, "reportedOn"),
                                        date(adoption, "endedOn")))
                .collect(Collectors.toMap(Adoption::id, adoption -> adoption));
    }
}
