package relais.feed.oracle.history;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSubmitted;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.PositionChoice;
import relais.events.contributions.PositionTaken;

/** A policy text is drafted on evidence, amended, put to the signatories, and adopted or not. */
final class ContributionLife extends Life {

    private enum Stage {
        NEW,
        DRAFTING,
        CONSULTATION,
        ADOPTED
    }

    private final PartnerLife opener;
    private final ContributionText text;
    private final Map<ExperienceLife, Long> evidence = new LinkedHashMap<>();
    private final Map<PartnerLife, PositionChoice> positions = new LinkedHashMap<>();
    private List<PartnerLife> signatories = List.of();
    private int quorum;
    private Stage stage = Stage.NEW;
    private @Nullable ContributionLife predecessor;
    private @Nullable ContributionLife successor;

    ContributionLife(World world, int number, PartnerLife opener) {
        super(world, "c-%04d".formatted(number), Topics.CONTRIBUTIONS, opener.home().id());
        this.opener = opener;
        this.text = new ContributionText(this);
    }

    @Override
    @Nullable Turn next() {
        return switch (stage) {
            case NEW -> by(opener, opened());
            case DRAFTING -> drafting();
            case CONSULTATION -> consulting();
            case ADOPTED ->
                    new Moves()
                            .may(successor != null, 5, () -> byService(superseded()))
                            .may(stale().isPresent(), 5, () -> byService(outdated()))
                            .pick(dice);
        };
    }

    private @Nullable Turn drafting() {
        PartnerLife drafter = world.actor().orElse(opener);
        if (!text.isWritten()) {
            return by(drafter, text.drafted(prose.title()));
        }
        var moves = text.amending(drafter);
        moves.may(6, () -> by(drafter, text.drafted(prose.title())))
                .may(!world.published.isEmpty() && evidence.size() < 8, 8, () -> cited(drafter))
                .may(!evidence.isEmpty(), 2, () -> by(drafter, removed()))
                .may(stale().isPresent(), 8, () -> byService(outdated()))
                .may(text.isSettled(), 3, () -> by(drafter, submitted()))
                .may(1, () -> by(drafter, withdrawn()));
        List<PartnerLife> asked = world.signatories();
        moves.may(asked.size() >= 3 && text.isSettled(), 6, () -> byCommittee(consultation(asked)));
        return moves.pick(dice);
    }

    private @Nullable Turn consulting() {
        boolean objection = positions.containsValue(PositionChoice.OBJECTION);
        boolean enough = positions.size() >= quorum;
        var moves = new Moves();
        List<PartnerLife> present = signatories.stream().filter(PartnerLife::mayAct).toList();
        if (!present.isEmpty()) {
            PartnerLife signatory = dice.one(present);
            moves.may(12, () -> by(signatory, taken(signatory)));
        }
        return moves.may(enough && !objection, 6, () -> byCommittee(adopted()))
                .may(enough && objection, 2, () -> byCommittee(closed()))
                .may(stale().isPresent(), 8, () -> byService(outdated()))
                .may(enough, 1, () -> byCommittee(withdrawn()))
                .pick(dice);
    }

    Turn by(PartnerLife partner, SpecificRecord event) {
        return new Turn(event, partner, key);
    }

    private Turn byCommittee(SpecificRecord event) {
        return new Turn(event, null, key);
    }

    private Turn byService(SpecificRecord event) {
        return new Turn(event, null, key);
    }

    private ContributionOpened opened() {
        stage = Stage.DRAFTING;
        world.cards.add(this);
        List<ContributionLife> old =
                world.adopted.stream().filter(adopted -> adopted.successor == null).toList();
        predecessor = old.isEmpty() || dice.percent(50) ? null : dice.one(old);
        return ContributionOpened.newBuilder()
                .setContributionId(id)
                .setPartnerId(opener.id)
                .setKind(dice.one(ContributionKind.class))
                .setTitle(prose.title())
                .setSummary(dice.maybe(prose::sentence))
                .setAxes(text.axes())
                .setDrafters(
                        dice.percent(50)
                                ? List.of(opener.id)
                                : List.of(opener.id, dice.one(world.partners).id))
                .setSupersedes(predecessor == null ? null : predecessor.id)
                .build();
    }

    private ContributionSubmitted submitted() {
        return ContributionSubmitted.newBuilder()
                .setContributionId(id)
                .setTextVersion(version())
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private Turn cited(PartnerLife drafter) {
        ExperienceLife experience = dice.one(world.published);
        evidence.put(experience, experience.version());
        return by(
                drafter,
                EvidenceCited.newBuilder()
                        .setContributionId(id)
                        .setExperienceId(experience.id)
                        .setExperienceVersion(experience.version())
                        .setSectionId(dice.maybe(text::anySection))
                        .setNote(dice.maybe(prose::sentence))
                        .build());
    }

    private EvidenceRemoved removed() {
        ExperienceLife experience = dice.one(List.copyOf(evidence.keySet()));
        evidence.remove(experience);
        return EvidenceRemoved.newBuilder()
                .setContributionId(id)
                .setExperienceId(experience.id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    /** What changed since it was cited, or since the last time that this was said. */
    private Optional<ExperienceLife> stale() {
        return evidence.keySet().stream()
                .filter(cited -> cited.changeSince(told(cited)).isPresent())
                .findFirst();
    }

    private long told(ExperienceLife cited) {
        return evidence.getOrDefault(cited, 0L);
    }

    private EvidenceOutdated outdated() {
        ExperienceLife experience = stale().orElseThrow();
        long cited = told(experience);
        ExperienceLife.Change change = experience.changeSince(cited).orElseThrow();
        evidence.put(experience, change.version());
        return EvidenceOutdated.newBuilder()
                .setContributionId(id)
                .setExperienceId(experience.id)
                .setCitedVersion(cited)
                .setChange(change.what())
                .setChangedInVersion(change.version())
                .setChangedAt(change.at())
                .setReason(change.reason())
                .build();
    }

    private ConsultationOpened consultation(List<PartnerLife> asked) {
        stage = Stage.CONSULTATION;
        positions.clear();
        signatories = dice.some(asked, 3, 12);
        quorum = (2 * signatories.size() + 2) / 3;
        return ConsultationOpened.newBuilder()
                .setContributionId(id)
                .setDeadline(now().plus(Duration.ofDays(dice.between(10, 60))))
                .setSignatories(signatories.stream().map(partner -> partner.id).toList())
                .setQuorum(quorum)
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private PositionTaken taken(PartnerLife signatory) {
        PositionChoice choice =
                dice.percent(60) ? PositionChoice.CONSENT : dice.one(PositionChoice.class);
        positions.put(signatory, choice);
        boolean explained =
                choice == PositionChoice.OBJECTION || choice == PositionChoice.RESERVATION;
        return PositionTaken.newBuilder()
                .setContributionId(id)
                .setPartnerId(signatory.id)
                .setPosition(choice)
                .setReason(explained ? prose.sentence() : dice.maybe(prose::sentence))
                .build();
    }

    private ConsultationClosed closed() {
        stage = Stage.DRAFTING;
        return ConsultationClosed.newBuilder()
                .setContributionId(id)
                .setReason(prose.sentence())
                .build();
    }

    private ContributionAdopted adopted() {
        stage = Stage.ADOPTED;
        world.adopted.add(this);
        ContributionLife old = predecessor;
        boolean takesPlace = old != null && old.successor == null;
        if (old != null && takesPlace) {
            old.successor = this;
        }
        return ContributionAdopted.newBuilder()
                .setContributionId(id)
                .setAdoptedOn(today())
                .setSupersedes(old != null && takesPlace ? old.id : null)
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private ContributionWithdrawn withdrawn() {
        end();
        return ContributionWithdrawn.newBuilder()
                .setContributionId(id)
                .setReason(prose.sentence())
                .build();
    }

    private ContributionSuperseded superseded() {
        ContributionLife by = successor;
        if (by == null) {
            throw new IllegalStateException(id + " has no successor");
        }
        end();
        return ContributionSuperseded.newBuilder().setContributionId(id).setBy(by.id).build();
    }
}
