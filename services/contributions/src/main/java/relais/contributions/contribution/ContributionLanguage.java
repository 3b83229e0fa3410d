package relais.contributions.contribution;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSubmitted;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.PositionTaken;
import relais.events.contributions.Section;

/** Says what happened to a contribution in the published language. */
public final class ContributionLanguage
        implements PublishedLanguage<Contribution, ContributionEvent> {

    /** The committee speaks for the whole country. */
    private static final String FRANCE = "pays:FR";

    @Override
    public String home(Contribution contribution) {
        return contribution.home().value();
    }

    @Override
    public String territory(Contribution contribution) {
        return FRANCE;
    }

    @Override
    public String partner(Contribution contribution) {
        return contribution.opener().value();
    }

    @Override
    public SpecificRecord toAvro(String id, ContributionEvent event) {
        return switch (event) {
            case ContributionEvent.Opened e ->
                    ContributionOpened.newBuilder()
                            .setContributionId(id)
                            .setPartnerId(e.opener().value())
                            .setKind(ContributionCodes.kind(e.kind()))
                            .setTitle(e.title())
                            .setSummary(e.summary())
                            .setAxes(ContributionCodes.axes(e.axes()))
                            .setDrafters(ids(e.drafters()))
                            .setSupersedes(text(e.supersedes()))
                            .build();
            case ContributionEvent.Drafted e ->
                    ContributionDrafted.newBuilder()
                            .setContributionId(id)
                            .setTitle(e.title())
                            .setSummary(e.summary())
                            .setAxes(ContributionCodes.axes(e.axes()))
                            .setSections(
                                    e.sections().stream()
                                            .map(ContributionLanguage::section)
                                            .toList())
                            .setNote(e.note())
                            .build();
            case ContributionEvent.Submitted e ->
                    ContributionSubmitted.newBuilder()
                            .setContributionId(id)
                            .setTextVersion(e.textVersion())
                            .setNote(e.note())
                            .build();
            case ContributionEvent.EvidenceCited e ->
                    EvidenceCited.newBuilder()
                            .setContributionId(id)
                            .setExperienceId(e.experience().value())
                            .setExperienceVersion(e.version())
                            .setSectionId(text(e.section()))
                            .setNote(e.note())
                            .build();
            case ContributionEvent.EvidenceRemoved e ->
                    EvidenceRemoved.newBuilder()
                            .setContributionId(id)
                            .setExperienceId(e.experience().value())
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.EvidenceOutdated e ->
                    EvidenceOutdated.newBuilder()
                            .setContributionId(id)
                            .setExperienceId(e.experience().value())
                            .setCitedVersion(e.citedVersion())
                            .setChange(ContributionCodes.change(e.change().change()))
                            .setChangedInVersion(e.change().version())
                            .setChangedAt(e.change().at())
                            .setReason(e.change().reason())
                            .build();
            case ContributionEvent.AmendmentProposed e ->
                    AmendmentProposed.newBuilder()
                            .setContributionId(id)
                            .setAmendmentId(e.amendment().value())
                            .setPartnerId(e.partner().value())
                            .setSectionId(e.section().value())
                            .setBasedOn(e.basedOn())
                            .setBaseHeading(e.base().heading())
                            .setBaseBody(e.base().body())
                            .setHeading(e.proposed().heading())
                            .setBody(e.proposed().body())
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.AmendmentAccepted e ->
                    AmendmentAccepted.newBuilder()
                            .setContributionId(id)
                            .setAmendmentId(e.amendment().value())
                            .setSectionId(e.section().value())
                            .setHeading(e.wording().heading())
                            .setBody(e.wording().body())
                            .setComment(e.comment())
                            .build();
            case ContributionEvent.AmendmentRejected e ->
                    AmendmentRejected.newBuilder()
                            .setContributionId(id)
                            .setAmendmentId(e.amendment().value())
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.AmendmentWithdrawn e ->
                    AmendmentWithdrawn.newBuilder()
                            .setContributionId(id)
                            .setAmendmentId(e.amendment().value())
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.ConsultationOpened e ->
                    ConsultationOpened.newBuilder()
                            .setContributionId(id)
                            .setDeadline(e.deadline())
                            .setSignatories(ids(e.signatories()))
                            .setQuorum(e.quorum())
                            .setNote(e.note())
                            .build();
            case ContributionEvent.PositionTaken e ->
                    PositionTaken.newBuilder()
                            .setContributionId(id)
                            .setPartnerId(e.partner().value())
                            .setPosition(ContributionCodes.position(e.choice()))
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.ConsultationClosed e ->
                    ConsultationClosed.newBuilder()
                            .setContributionId(id)
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.Adopted e ->
                    ContributionAdopted.newBuilder()
                            .setContributionId(id)
                            .setAdoptedOn(e.adoptedOn())
                            .setSupersedes(text(e.supersedes()))
                            .setNote(e.note())
                            .build();
            case ContributionEvent.Withdrawn e ->
                    ContributionWithdrawn.newBuilder()
                            .setContributionId(id)
                            .setReason(e.reason())
                            .build();
            case ContributionEvent.Superseded e ->
                    ContributionSuperseded.newBuilder()
                            .setContributionId(id)
                            .setBy(e.by().value())
                            .build();
        };
    }

    @Override
    public ContributionEvent fromAvro(SpecificRecord event, Filed filed) {
        return ContributionReader.fromAvro(event, filed);
    }

    private static Section section(Passage passage) {
        return Section.newBuilder()
                .setSectionId(passage.id().value())
                .setHeading(passage.wording().heading())
                .setBody(passage.wording().body())
                .build();
    }

    private static List<String> ids(List<PartnerId> partners) {
        return partners.stream().map(PartnerId::value).toList();
    }

    private static @Nullable String text(@Nullable ContributionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String text(@Nullable SectionId id) {
        return id == null ? null : id.value();
    }
}
