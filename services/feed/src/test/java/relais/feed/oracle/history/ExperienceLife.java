package relais.feed.oracle.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.EvidenceChange;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.FieldComment;
import relais.events.experiences.HighlightRetracted;

/** An experience is submitted, reviewed, published, and then others take an interest in it. */
final class ExperienceLife extends Life {

    private enum Stage {
        DRAFT,
        SUBMITTED,
        RETURNED,
        TAKEN_BACK,
        PUBLISHED
    }

    /** What changed it last, so that who cites an earlier version can be told. */
    record Change(EvidenceChange what, long version, Instant at, @Nullable String reason) {}

    private final PartnerLife owner;
    private final ExperienceText text;
    private final Set<PartnerLife> endorsers = new LinkedHashSet<>();
    private final Map<String, PartnerLife> ongoing = new LinkedHashMap<>();
    private Stage stage = Stage.DRAFT;
    private boolean isHighlighted;
    private int adoptions;
    private @Nullable Change change;

    ExperienceLife(World world, int number, PartnerLife owner) {
        super(world, "x-%05d".formatted(number), Topics.EXPERIENCES, owner.home().id());
        this.owner = owner;
        this.text = new ExperienceText(this, owner.home());
    }

    Optional<Change> changeSince(long citedVersion) {
        return Optional.ofNullable(change).filter(known -> known.version() > citedVersion);
    }

    @Override
    @Nullable Turn next() {
        return switch (stage) {
            case DRAFT -> byOwner(submitted());
            case SUBMITTED ->
                    new Moves()
                            .may(3, () -> byCommittee(published()))
                            .may(1, () -> byCommittee(returned()))
                            .may(owner.mayAct(), 1, () -> byOwner(takenBack()))
                            .pick(dice);
            case RETURNED ->
                    new Moves()
                            .may(owner.mayAct(), 4, () -> byOwner(resubmitted()))
                            .may(owner.mayAct(), 1, () -> byOwner(takenBack()))
                            .pick(dice);
            case TAKEN_BACK -> owner.mayAct() ? byOwner(resubmitted()) : null;
            case PUBLISHED -> lived();
        };
    }

    private @Nullable Turn lived() {
        var moves = new Moves();
        moves.may(owner.mayAct(), 16, () -> byOwner(revised()))
                .may(owner.mayAct(), 8, () -> byOwner(confirmed()))
                .may(owner.mayAct(), 3, () -> byOwner(withdrawn()))
                .may(2, () -> byCommittee(moderated()))
                .may(5, () -> byCommittee(highlighted()))
                .may(isHighlighted, 3, () -> byCommittee(unhighlighted()));
        PartnerLife other = world.actorBut(owner).orElse(null);
        if (other != null) {
            moves.may(!endorsers.contains(other), 16, () -> by(other, endorsed(other)))
                    .may(!ongoing.containsValue(other), 10, () -> adopted(other));
        }
        List<PartnerLife> canRetract = endorsers.stream().filter(PartnerLife::mayAct).toList();
        if (!canRetract.isEmpty()) {
            PartnerLife endorser = dice.one(canRetract);
            moves.may(4, () -> by(endorser, retracted(endorser)));
        }
        List<Map.Entry<String, PartnerLife>> running =
                ongoing.entrySet().stream().filter(entry -> entry.getValue().mayAct()).toList();
        if (!running.isEmpty()) {
            Map.Entry<String, PartnerLife> adoption = dice.one(running);
            moves.may(8, () -> by(adoption.getValue(), reported(adoption.getKey())))
                    .may(4, () -> by(adoption.getValue(), ended(adoption.getKey())));
        }
        return moves.pick(dice);
    }

    private Turn byOwner(SpecificRecord event) {
        return new Turn(event, owner, text.territory());
    }

    private Turn byCommittee(SpecificRecord event) {
        return new Turn(event, null, text.territory());
    }

    private Turn by(PartnerLife partner, SpecificRecord event) {
        return new Turn(event, partner, text.territory());
    }

    private void changed(EvidenceChange what, @Nullable String reason) {
        change = new Change(what, nextVersion(), now(), reason);
    }

    private ExperienceSubmitted submitted() {
        stage = Stage.SUBMITTED;
        return ExperienceSubmitted.newBuilder()
                .setExperienceId(id)
                .setPartnerId(owner.id)
                .setContent(text.written())
                .setCompetentPartnerId(dice.percent(10) ? dice.one(world.partners).id : null)
                .setExternalId(isArchived() ? "archive-" + id : null)
                .build();
    }

    private ExperienceReturned returned() {
        stage = Stage.RETURNED;
        var comments = new ArrayList<FieldComment>();
        for (String field : dice.some(List.of("title", "results", "means"), 0, 2)) {
            comments.add(new FieldComment(field, prose.sentence()));
        }
        return ExperienceReturned.newBuilder()
                .setExperienceId(id)
                .setReason(prose.sentence())
                .setComments(comments)
                .build();
    }

    private ExperienceResubmitted resubmitted() {
        stage = Stage.SUBMITTED;
        return ExperienceResubmitted.newBuilder()
                .setExperienceId(id)
                .setContent(text.written())
                .setCompetentPartnerId(dice.percent(10) ? dice.one(world.partners).id : null)
                .build();
    }

    private ExperienceTakenBack takenBack() {
        stage = Stage.TAKEN_BACK;
        return ExperienceTakenBack.newBuilder()
                .setExperienceId(id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private ExperiencePublished published() {
        stage = Stage.PUBLISHED;
        world.published.add(this);
        world.cards.add(this);
        return ExperiencePublished.newBuilder()
                .setExperienceId(id)
                .setComment(dice.maybe(prose::sentence))
                .build();
    }

    private ExperienceRevised revised() {
        String summary = dice.maybe(prose::sentence);
        changed(EvidenceChange.REVISED, summary);
        return ExperienceRevised.newBuilder()
                .setExperienceId(id)
                .setContent(text.rewritten())
                .setSummary(summary)
                .build();
    }

    private ExperienceConfirmed confirmed() {
        return ExperienceConfirmed.newBuilder().setExperienceId(id).setConfirmedOn(today()).build();
    }

    private ExperienceWithdrawn withdrawn() {
        String reason = prose.sentence();
        changed(EvidenceChange.WITHDRAWN, reason);
        gone();
        return ExperienceWithdrawn.newBuilder().setExperienceId(id).setReason(reason).build();
    }

    private ExperienceModerated moderated() {
        String reason = prose.sentence();
        changed(EvidenceChange.MODERATED, reason);
        gone();
        return ExperienceModerated.newBuilder().setExperienceId(id).setReason(reason).build();
    }

    private void gone() {
        world.published.remove(this);
        end();
    }

    private ExperienceHighlighted highlighted() {
        isHighlighted = true;
        return ExperienceHighlighted.newBuilder()
                .setExperienceId(id)
                .setHeadline(dice.maybe(prose::title))
                .setUntil(dice.maybe(() -> today().plusDays(dice.between(7, 60))))
                .build();
    }

    private HighlightRetracted unhighlighted() {
        isHighlighted = false;
        return HighlightRetracted.newBuilder()
                .setExperienceId(id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private ExperienceEndorsed endorsed(PartnerLife endorser) {
        endorsers.add(endorser);
        return ExperienceEndorsed.newBuilder()
                .setExperienceId(id)
                .setPartnerId(endorser.id)
                .setComment(dice.maybe(prose::sentence))
                .build();
    }

    private EndorsementRetracted retracted(PartnerLife endorser) {
        endorsers.remove(endorser);
        return EndorsementRetracted.newBuilder()
                .setExperienceId(id)
                .setPartnerId(endorser.id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private Turn adopted(PartnerLife adopter) {
        String adoption = "ad-" + ++adoptions;
        ongoing.put(adoption, adopter);
        String territory = dice.one(adopter.home().within()).id();
        return new Turn(
                ExperienceAdopted.newBuilder()
                        .setExperienceId(id)
                        .setAdoptionId(adoption)
                        .setPartnerId(adopter.id)
                        .setTerritory(territory)
                        .setPlan(dice.maybe(prose::sentence))
                        .setAdoptedOn(today())
                        .build(),
                adopter,
                territory);
    }

    private AdoptionReported reported(String adoption) {
        return AdoptionReported.newBuilder()
                .setExperienceId(id)
                .setAdoptionId(adoption)
                .setResults(text.results())
                .setNote(dice.maybe(prose::sentence))
                .setReportedOn(today())
                .setOwnExperienceId(ownOf(Objects.requireNonNull(ongoing.get(adoption))))
                .build();
    }

    /** One that the adopter has published, if there is any: the same dice as ever where not. */
    private @Nullable String ownOf(PartnerLife adopter) {
        List<ExperienceLife> own =
                world.published.stream()
                        .filter(each -> each != this && each.owner == adopter)
                        .toList();
        return own.isEmpty() ? null : dice.one(own).id;
    }

    private AdoptionEnded ended(String adoption) {
        ongoing.remove(adoption);
        return AdoptionEnded.newBuilder()
                .setExperienceId(id)
                .setAdoptionId(adoption)
                .setReason(dice.maybe(prose::sentence))
                .setEndedOn(today())
                .build();
    }
}
