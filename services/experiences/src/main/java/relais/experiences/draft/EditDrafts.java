package relais.experiences.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.DraftPolicy;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.Experiences;
import relais.experiences.experience.ProposedCard;
import relais.experiences.experience.SubmitExperience;

/** What a partner does with its drafts, up to their submission. Another's drafts do not exist. */
public record EditDrafts(
        Drafts drafts, SubmitExperience submitExperience, Experiences experiences, Clock clock) {

    /** As many as one partner keeps at a time: more are not drafts, but an import to make. */
    static final int MAX_DRAFTS = 200;

    /** Creates it; an id that is there already answers the draft as it is now. */
    public Result<Draft> create(String id, ProposedCard card, PartnerId partner) {
        List<Refusal> refusals = DraftPolicy.refusals(card).toList();
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        // Two requests at once may pass the bound by one each: it guards lists, not a count.
        if (drafts.count(partner, MAX_DRAFTS) >= MAX_DRAFTS && find(id, partner).isEmpty()) {
            return new Result.Refused<>(
                    List.of(Refusal.conflict("partner", "too-many-drafts", MAX_DRAFTS)));
        }
        Draft draft = new Draft(id, 1, partner, card, now());
        return drafts.insert(draft)
                ? kept(draft)
                : find(id, partner)
                        .<Result<Draft>>map(EditDrafts::kept)
                        .orElseGet(() -> new Result.Missing<>(id));
    }

    /**
     * Saving what is there already changes nothing.
     *
     * @param expectedVersion what the caller read; null for any
     */
    public Result<Draft> edit(
            String id, @Nullable Long expectedVersion, ProposedCard card, PartnerId partner) {
        return find(id, partner)
                .map(before -> atVersion(before, expectedVersion, () -> edit(before, card)))
                .orElseGet(() -> new Result.Missing<>(id));
    }

    private Result<Draft> edit(Draft before, ProposedCard card) {
        List<Refusal> refusals = DraftPolicy.refusals(card).toList();
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        if (before.card().equals(card)) {
            return kept(before);
        }
        Draft edited = new Draft(before.id(), before.version() + 1, before.partner(), card, now());
        return drafts.replace(before.version(), edited)
                ? kept(edited)
                : new Result.Stale<>(before.version(), before.version() + 1);
    }

    /**
     * @param expectedVersion what the caller read; null for any
     */
    public Result<Draft> delete(String id, @Nullable Long expectedVersion, PartnerId partner) {
        return find(id, partner)
                .map(draft -> atVersion(draft, expectedVersion, () -> delete(draft)))
                .orElseGet(() -> new Result.Missing<>(id));
    }

    private Result<Draft> delete(Draft draft) {
        return drafts.delete(draft.id(), draft.version())
                ? kept(draft)
                : new Result.Stale<>(draft.version(), draft.version());
    }

    public Optional<Draft> find(String id, PartnerId partner) {
        return Draft.isId(id)
                ? drafts.find(id).filter(draft -> draft.partner().equals(partner))
                : Optional.empty();
    }

    public List<Draft> list(PartnerId partner, @Nullable String afterId, int limit) {
        return drafts.list(partner, afterId, limit);
    }

    /**
     * Submits it. The experience comes first and the draft goes afterwards, so that a crash in
     * between loses nothing; a repetition after both finds the experience.
     *
     * @param expectedVersion what the caller read; null for any
     */
    public Result<Experience> submit(
            String id, @Nullable Long expectedVersion, Actor actor, PartnerId partner) {
        return find(id, partner)
                .map(draft -> atVersion(draft, expectedVersion, () -> submit(draft, actor)))
                .orElseGet(() -> submittedBefore(id, partner));
    }

    private Result<Experience> submit(Draft draft, Actor actor) {
        Result<Experience> result = submitExperience.submit(submission(draft), Request.now(actor));
        if (result instanceof Result.Done) {
            drafts.delete(draft.id(), draft.version());
        }
        return result;
    }

    /** Says what its submission would refuse, and does nothing. */
    public Result<Draft> rehearse(String id, Actor actor, PartnerId partner) {
        return find(id, partner)
                .map(draft -> rehearse(draft, actor))
                .orElseGet(() -> new Result.Missing<>(id));
    }

    private Result<Draft> rehearse(Draft draft, Actor actor) {
        List<Refusal> refusals = submitExperience.rehearse(submission(draft), actor);
        return refusals.isEmpty() ? kept(draft) : new Result.Refused<>(refusals);
    }

    private static <T> Result<T> atVersion(
            Draft draft, @Nullable Long expected, Supplier<Result<T>> work) {
        return expected == null || expected == draft.version()
                ? work.get()
                : new Result.Stale<>(expected, draft.version());
    }

    private static ExperienceCommand.Submit submission(Draft draft) {
        return new ExperienceCommand.Submit(Draft.experienceOf(draft.id()), draft.card(), null);
    }

    private Result<Experience> submittedBefore(String id, PartnerId partner) {
        if (!Draft.isId(id)) {
            return new Result.Missing<>(id);
        }
        return experiences
                .find(Draft.experienceOf(id).value())
                .filter(stored -> stored.state().owner().equals(partner))
                .<Result<Experience>>map(stored -> new Result.Done<>(stored, true))
                .orElseGet(() -> new Result.Missing<>(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Result<Draft> kept(Draft draft) {
        return new Result.Done<>(
                new Stored<>(draft.id(), draft.version(), draft, draft.updatedAt(), Set.of()),
                false);
    }
}
