package relais.feed.adapter.mongo;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionCard.Amendment;
import relais.feed.projection.ContributionCard.Consultation;
import relais.feed.projection.ContributionCard.Evidence;
import relais.feed.projection.ContributionCard.Life;
import relais.feed.projection.ContributionCard.Opening;
import relais.feed.projection.ContributionCard.Outdated;
import relais.feed.projection.ContributionCard.Position;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.ContributionCard.Settlement;
import relais.feed.projection.ContributionCard.Text;
import relais.feed.projection.Revision;
import relais.feed.projection.Status;

/** A contribution as the fields of a document. */
final class ContributionDocuments {

    private ContributionDocuments() {}

    static void write(ContributionCard card, Fields fields) {
        Text text = card.text();
        fields.put("title", text.title())
                .put("preview", text.summary())
                .put("axes", text.axes())
                .put("contributionKind", card.opening().contributionKind())
                .put("drafters", card.opening().drafters())
                .put("supersedes", card.opening().supersedes())
                .put(
                        "sections",
                        text.sections().stream().map(ContributionDocuments::write).toList())
                .put("textVersion", text.textVersion())
                .put("textNote", text.note())
                .put(
                        "evidence",
                        card.evidence().stream().map(ContributionDocuments::write).toList())
                .put(
                        "amendments",
                        card.amendments().stream().map(ContributionDocuments::write).toList())
                .put("consultation", write(card.consultation()))
                .put("firstConsultedAt", card.life().firstConsultedAt())
                .put("adoptedOn", card.life().adoptedOn())
                .put("adoptionNote", card.life().adoptionNote())
                .put("reason", card.life().reason())
                .put("supersededBy", card.life().supersededBy());
    }

    static ContributionCard read(Revision revision, Fields fields) {
        return new ContributionCard(
                revision,
                new Opening(
                        fields.text("partner"),
                        fields.text("contributionKind"),
                        fields.texts("drafters"),
                        fields.textOrNull("supersedes")),
                new Text(
                        fields.text("title"),
                        fields.textOrNull("preview"),
                        fields.texts("axes"),
                        fields.list("sections").stream()
                                .map(ContributionDocuments::section)
                                .toList(),
                        fields.number("textVersion"),
                        fields.textOrNull("textNote")),
                fields.list("evidence").stream().map(ContributionDocuments::evidence).toList(),
                fields.list("amendments").stream().map(ContributionDocuments::amendment).toList(),
                fields.has("consultation") ? consultation(fields.nested("consultation")) : null,
                new Life(
                        fields.symbol(Status.class, "status"),
                        fields.instantOrNull("firstConsultedAt"),
                        fields.dayOrNull("adoptedOn"),
                        fields.textOrNull("adoptionNote"),
                        fields.textOrNull("reason"),
                        fields.textOrNull("supersededBy")));
    }

    private static Document write(Section section) {
        return Fields.empty()
                .put("id", section.id())
                .put("heading", section.heading())
                .put("body", section.body())
                .put("changedIn", section.changedIn())
                .document();
    }

    private static Section section(Fields fields) {
        return new Section(
                fields.text("id"),
                fields.text("heading"),
                fields.text("body"),
                fields.number("changedIn"));
    }

    private static Document write(Evidence evidence) {
        Outdated outdated = evidence.outdated();
        return Fields.empty()
                .put("experience", evidence.experience())
                .put("version", evidence.version())
                .put("section", evidence.section())
                .put("note", evidence.note())
                .put("citedAt", evidence.citedAt())
                .put(
                        "outdated",
                        outdated == null
                                ? null
                                : Fields.empty()
                                        .put("change", outdated.change())
                                        .put("inVersion", outdated.inVersion())
                                        .put("changedAt", outdated.changedAt())
                                        .put("reason", outdated.reason()))
                .document();
    }

    private static Evidence evidence(Fields fields) {
        Fields outdated = fields.nested("outdated");
        return new Evidence(
                fields.text("experience"),
                fields.number("version"),
                fields.textOrNull("section"),
                fields.textOrNull("note"),
                fields.instant("citedAt"),
                fields.has("outdated")
                        ? new Outdated(
                                outdated.text("change"),
                                outdated.number("inVersion"),
                                outdated.instant("changedAt"),
                                outdated.textOrNull("reason"))
                        : null);
    }

    private static Document write(Amendment amendment) {
        return Fields.empty()
                .put("id", amendment.id())
                .put("partner", amendment.partner())
                .put("section", amendment.section())
                .put("basedOn", amendment.basedOn())
                .put("heading", amendment.heading())
                .put("body", amendment.body())
                .put("reason", amendment.reason())
                .put("proposedAt", amendment.proposedAt())
                .put("settlement", amendment.settlement())
                .put("reworded", amendment.reworded() ? true : null)
                .put("remark", amendment.remark())
                .put("settledAt", amendment.settledAt())
                .document();
    }

    private static Amendment amendment(Fields fields) {
        return new Amendment(
                fields.text("id"),
                fields.text("partner"),
                fields.text("section"),
                fields.number("basedOn"),
                fields.text("heading"),
                fields.text("body"),
                fields.text("reason"),
                fields.instant("proposedAt"),
                fields.symbol(Settlement.class, "settlement"),
                fields.flag("reworded"),
                fields.textOrNull("remark"),
                fields.instantOrNull("settledAt"));
    }

    private static @Nullable Fields write(@Nullable Consultation consultation) {
        return consultation == null
                ? null
                : Fields.empty()
                        .put("openedAt", consultation.openedAt())
                        .put("deadline", consultation.deadline())
                        .put("signatories", consultation.signatories())
                        .put("quorum", consultation.quorum())
                        .put("note", consultation.note())
                        .put("positions", positions(consultation.positions()))
                        .put("closedAt", consultation.closedAt())
                        .put("closedBecause", consultation.closedBecause());
    }

    private static List<Document> positions(List<Position> positions) {
        return positions.stream()
                .map(
                        position ->
                                Fields.empty()
                                        .put("partner", position.partner())
                                        .put("choice", position.choice())
                                        .put("at", position.at())
                                        .put("reason", position.reason())
                                        .document())
                .toList();
    }

    private static Consultation consultation(Fields fields) {
        return new Consultation(
                fields.instant("openedAt"),
                fields.instant("deadline"),
                fields.texts("signatories"),
                (int) fields.number("quorum"),
                fields.textOrNull("note"),
                fields.list("positions").stream()
                        .map(
                                position ->
                                        new Position(
                                                position.text("partner"),
                                                position.text("choice"),
                                                position.instant("at"),
                                                position.textOrNull("reason")))
                        .toList(),
                fields.instantOrNull("closedAt"),
                fields.textOrNull("closedBecause"));
    }
}
