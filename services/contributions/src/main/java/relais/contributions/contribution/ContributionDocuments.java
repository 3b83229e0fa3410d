package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.axes;
import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.instantIfAny;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.partners;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;

import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.mongo.DocumentFields;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/**
 * Contributions as documents. {@code public} repeats what {@code firstConsultedAt} says, and {@code
 * submitted} that there is a submission, so that a list is one indexed equality; they are written
 * and never read back.
 */
public final class ContributionDocuments implements StateDocuments<Contribution> {

    @Override
    public Document write(Contribution contribution) {
        Document document =
                new Document("id", contribution.id().value())
                        .append("opener", contribution.opener().value())
                        .append("home", contribution.home().value())
                        .append("kind", contribution.kind().name())
                        .append("status", contribution.status().name())
                        .append("public", contribution.isPublic())
                        .append("drafters", DocumentFields.written(contribution.drafters()))
                        .append("text", written(contribution.text()))
                        .append(
                                "evidence",
                                contribution.evidence().stream()
                                        .map(EvidenceDocuments::write)
                                        .toList())
                        .append(
                                "amendments",
                                contribution.amendments().stream()
                                        .map(AmendmentDocuments::write)
                                        .toList());
        put(document, "openedAt", contribution.openedAt());
        put(document, "firstConsultedAt", contribution.firstConsultedAt());
        if (contribution.submission() != null) {
            document.append("submitted", true)
                    .append("submission", written(contribution.submission()));
        }
        put(
                document,
                "consultation",
                contribution.consultation() == null
                        ? null
                        : ConsultationDocuments.write(contribution.consultation()));
        put(document, "reason", contribution.reason());
        put(
                document,
                "adoptedOn",
                contribution.adoptedOn() == null ? null : contribution.adoptedOn().toString());
        put(document, "supersedes", id(contribution.supersedes()));
        put(document, "supersededBy", id(contribution.supersededBy()));
        return document;
    }

    @Override
    public Contribution read(Document document) {
        Document submission = document.get("submission", Document.class);
        Document consultation = document.get("consultation", Document.class);
        return new Contribution(
                new ContributionId(text(document, "id")),
                new PartnerId(text(document, "opener")),
                new TerritoryCode(text(document, "home")),
                ContributionKind.valueOf(text(document, "kind")),
                readText(part(document, "text")),
                partners(document, "drafters"),
                parts(document, "evidence").stream().map(EvidenceDocuments::read).toList(),
                parts(document, "amendments").stream().map(AmendmentDocuments::read).toList(),
                submission == null
                        ? null
                        : new Submission(instant(submission, "at"), submission.getString("note")),
                consultation == null ? null : ConsultationDocuments.read(consultation),
                ContributionStatus.valueOf(text(document, "status")),
                document.getString("reason"),
                instant(document, "openedAt"),
                instantIfAny(document, "firstConsultedAt"),
                date(document, "adoptedOn"),
                ContributionId.parse(document.getString("supersedes")).orElse(null),
                ContributionId.parse(document.getString("supersededBy")).orElse(null));
    }

    private static Document written(Submission submission) {
        Document document = new Document("at", Date.from(submission.at()));
        put(document, "note", submission.note());
        return document;
    }

    static Document wording(Wording wording) {
        return new Document("heading", wording.heading()).append("body", wording.body());
    }

    static Wording wording(Document document) {
        return new Wording(text(document, "heading"), text(document, "body"));
    }

    static @Nullable LocalDate date(Document document, String key) {
        String text = document.getString(key);
        return text == null ? null : LocalDate.parse(text);
    }

    private static Document written(Text text) {
        Document document =
                new Document("title", text.title())
                        .append("axes", text.axes().stream().map(Axis::name).toList())
                        .append(
                                "sections",
                                text.sections().stream()
                                        .map(
                                                section ->
                                                        wording(section.wording())
                                                                .append("id", section.id().value())
                                                                .append(
                                                                        "changedIn",
                                                                        section.changedIn()))
                                        .toList())
                        .append("version", text.version())
                        .append("numbered", text.numbered());
        put(document, "summary", text.summary());
        return document;
    }

    private static Text readText(Document document) {
        return new Text(
                text(document, "title"),
                document.getString("summary"),
                axes(document, "axes"),
                parts(document, "sections").stream()
                        .map(
                                section ->
                                        new Section(
                                                new SectionId(text(section, "id")),
                                                wording(section),
                                                number(section, "changedIn")))
                        .toList(),
                number(document, "version"),
                Math.toIntExact(number(document, "numbered")));
    }

    private static @Nullable String id(@Nullable ContributionId id) {
        return id == null ? null : id.value();
    }
}
