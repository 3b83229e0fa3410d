package relais.experiences.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.DraftPolicy;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.Experiences;
import relais.experiences.experience.ProposedCard;
import relais.experiences.experience.SubmitExperience;

/** What a partner does with its drafts, up to their submission. Another's drafts do not exist. */
public final class EditDrafts {

    /** What came of it. */
    public sealed interface Outcome {
        record Kept(Draft draft) implements Outcome {}

        record Deleted() implements Outcome {}

        record Refused(List<Refusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        record Stale(long expected, long current) implements Outcome {}

        record Missing(String id) implements Outcome {}
    }

    /** As many as one partner keeps at a time: more are not drafts, but an import to make. */
    static final int MAX_DRAFTS = 200;

    private final Drafts drafts;
    private final SubmitExperience submitExperience;
    private final Experiences experiences;
    private final Clock clock;

    public EditDrafts(
            Drafts drafts,
            SubmitExperience submitExperience,
            Experiences experiences,
            Clock clock) {
        this.drafts = drafts;
        this.submitExperience = submitExperience;
        this.experiences = experiences;
        this.clock = clock;
    }

    /** Creates it; an id that is there already answers the draft as it is now. */
    public Outcome create(String id, ProposedCard card, PartnerId partner) {
        List<Refusal> refusals = DraftPolicy.refusals(card).toList();
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        // Two requests at once may pass the bound by one each: it guards lists, not a count.
        if (drafts.count(partner, MAX_DRAFTS) >= MAX_DRAFTS && find(id, partner).isEmpty()) {
            return new Outcome.Refused(
                    List.of(Refusal.conflict("partner", "too-many-drafts", MAX_DRAFTS)));
        }
        Draft draft = new Draft(id, 1, partner, card, now());
        return drafts.insert(draft)
                ? new Outcome.Kept(draft)
                : find(id, partner)
                        .<Outcome>map(Outcome.Kept::new)
                        .orElseGet(() -> new Outcome.Missing(id));
    }

    /**
     * Saving what is there already changes nothing.
     *
     * @param expectedVersion what the caller read; null for any
     */
    public Outcome edit(
            String id, @Nullable Long expectedVersion, ProposedCard card, PartnerId partner) {
        Optional<Draft> found = find(id, partner);
        if (found.isEmpty()) {
            return new Outcome.Missing(id);
        }
        Draft before = found.get();
        if (expectedVersion != null && before.version() != expectedVersion) {
            return new Outcome.Stale(expectedVersion, before.version());
        }
        List<Refusal> refusals = DraftPolicy.refusals(card).toList();
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        if (before.card().equals(card)) {
            return new Outcome.Kept(before);
        }
        Draft edited = new Draft(id, before.version() + 1, partner, card, now());
        return drafts.replace(before.version(), edited)
                ? new Outcome.Kept(edited)
                : new Outcome.Stale(before.version(), before.version() + 1);
    }

    /**
     * @param expectedVersion what the caller read; null for any
     */
    public Outcome delete(String id, @Nullable Long expectedVersion, PartnerId partner) {
        Optional<Draft> found = find(id, partner);
        if (found.isEmpty()) {
            return new Outcome.Missing(id);
        }
        long current = found.get().version();
        long expected = expectedVersion == null ? current : expectedVersion;
        return drafts.delete(id, expected)
                ? new Outcome.Deleted()
                : new Outcome.Stale(expected, current);
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
        Optional<Draft> found = find(id, partner);
        if (found.isEmpty()) {
            return submittedBefore(id, partner);
        }
        Draft draft = found.get();
        if (expectedVersion != null && draft.version() != expectedVersion) {
            return new Result.Stale<>(expectedVersion, draft.version());
        }
        Result<Experience> result = submitExperience.submit(submission(draft), Request.now(actor));
        if (result instanceof Result.Done) {
            drafts.delete(id, draft.version());
        }
        return result;
    }

    /** Says what its submission would refuse, and does nothing. */
    public Outcome rehearse(String id, Actor actor, PartnerId partner) {
        Optional<Draft> found = find(id, partner);
        if (found.isEmpty()) {
            return new Outcome.Missing(id);
        }
        Draft draft = found.get();
        List<Refusal> refusals = submitExperience.rehearse(submission(draft), actor);
        return refusals.isEmpty() ? new Outcome.Kept(draft) : new Outcome.Refused(refusals);
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
}
