package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionCard.Settlement;
import relais.feed.query.Reader;

/** A contribution's text and what it rests on, in JSON. */
@Schema(name = "ContributionDetails")
record ContributionView(
        @Schema(example = "FRAMEWORK") String contributionKind,
        List<Named> drafters,
        @Nullable CardRef supersedes,
        @Nullable CardRef supersededBy,
        @Schema(description = "The version of the card that last changed the text")
                long textVersion,
        @Nullable String textNote,
        List<SectionView> sections,
        List<EvidenceView> evidence,
        List<AmendmentView> amendments,
        @Nullable ConsultationView consultation,
        @Nullable String adoptionNote,
        @Schema(description = "Actions that put it into practice") List<CardRef> actions) {

    @Schema(name = "Section")
    record SectionView(
            String id,
            String heading,
            @Schema(description = "Markdown") String body,
            @Schema(description = "The version of the card that last changed it") long changedIn) {}

    @Schema(name = "Evidence")
    record EvidenceView(
            String experience,
            @Schema(description = "The version that is cited") long version,
            @Schema(description = "Its title at that version; absent if its text is hidden")
                    @Nullable String title,
            @Nullable String section,
            @Nullable String note,
            Instant citedAt,
            @Schema(description = "What became of it since; absent while the version stands")
                    @Nullable OutdatedView outdated) {}

    @Schema(name = "OutdatedEvidence")
    record OutdatedView(
            @Schema(allowableValues = {"REVISED", "WITHDRAWN", "MODERATED"}) String change,
            long inVersion,
            Instant changedAt,
            @Nullable String reason) {}

    @Schema(name = "Amendment")
    record AmendmentView(
            String id,
            Named partner,
            String section,
            @Schema(description = "The text version it was written against") long basedOn,
            String heading,
            String body,
            String reason,
            Instant proposedAt,
            Settlement settlement,
            @Schema(
                            description =
                                    "Whether it was accepted in other words than these, which are"
                                            + " its proposer's: the section has those words")
                    boolean reworded,
            @Nullable String remark,
            @Nullable Instant settledAt) {}

    @Schema(name = "Consultation")
    record ConsultationView(
            Instant openedAt,
            Instant deadline,
            @Schema(description = "Those of the moment it was opened") List<Named> signatories,
            @Schema(description = "How many positions are needed") int quorum,
            @Nullable String note,
            List<PositionView> positions,
            @Nullable Instant closedAt,
            @Nullable String closedBecause) {}

    @Schema(name = "Position")
    record PositionView(
            Named partner,
            @Schema(allowableValues = {"CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION"})
                    String position,
            Instant at,
            @Nullable String reason) {}

    static ContributionView of(
            ContributionCard card, List<CardRef> actions, Names names, Reader reader) {
        return new ContributionView(
                card.opening().contributionKind(),
                names.partners(card.opening().drafters()),
                names.cardOrNull(card.opening().supersedes(), reader),
                names.cardOrNull(card.life().supersededBy(), reader),
                card.text().textVersion(),
                card.text().note(),
                card.text().sections().stream()
                        .map(
                                section ->
                                        new SectionView(
                                                section.id(),
                                                section.heading(),
                                                section.body(),
                                                section.changedIn()))
                        .toList(),
                card.evidence().stream().map(cited -> evidence(cited, names, reader)).toList(),
                card.amendments().stream().map(amendment -> amendment(amendment, names)).toList(),
                consultation(card.consultation(), names),
                card.life().adoptionNote(),
                actions);
    }

    private static EvidenceView evidence(
            ContributionCard.Evidence cited, Names names, Reader reader) {
        ContributionCard.Outdated outdated = cited.outdated();
        String title = names.title(cited.experience() + ":" + cited.version(), reader);
        return new EvidenceView(
                cited.experience(),
                cited.version(),
                title,
                cited.section(),
                cited.note(),
                cited.citedAt(),
                outdated == null
                        ? null
                        : new OutdatedView(
                                outdated.change(),
                                outdated.inVersion(),
                                outdated.changedAt(),
                                // What its partner said of a text that is hidden is hidden, too.
                                title == null && outdated.change().equals("REVISED")
                                        ? null
                                        : outdated.reason()));
    }

    private static AmendmentView amendment(ContributionCard.Amendment amendment, Names names) {
        return new AmendmentView(
                amendment.id(),
                names.partner(amendment.partner()),
                amendment.section(),
                amendment.basedOn(),
                amendment.heading(),
                amendment.body(),
                amendment.reason(),
                amendment.proposedAt(),
                amendment.settlement(),
                amendment.reworded(),
                amendment.remark(),
                amendment.settledAt());
    }

    private static @Nullable ConsultationView consultation(
            ContributionCard.@Nullable Consultation consultation, Names names) {
        return consultation == null
                ? null
                : new ConsultationView(
                        consultation.openedAt(),
                        consultation.deadline(),
                        names.partners(consultation.signatories()),
                        consultation.quorum(),
                        consultation.note(),
                        consultation.positions().stream()
                                .map(
                                        position ->
                                                new PositionView(
                                                        names.partner(position.partner()),
                                                        position.choice(),
                                                        position.at(),
                                                        position.reason()))
                                .toList(),
                        consultation.closedAt(),
                        consultation.closedBecause());
    }
}
