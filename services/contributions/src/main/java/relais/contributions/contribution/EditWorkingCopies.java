package relais.contributions.contribution;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.known.Needs;

/**
 * What a drafter does with its working copy. Saving is made to be repeated: what was saved already
 * is answered as saved, whatever version the sender names, so that an answer that was lost harms
 * nobody.
 */
public record EditWorkingCopies(
        ReadContributions contributions,
        WorkingCopies copies,
        GatherCircumstances gather,
        Clock clock) {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * @param created whether there was none before
         */
        record Kept(WorkingCopy copy, boolean created) implements Outcome {}

        record Deleted() implements Outcome {}

        record Refused(List<Refusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        record Stale(long expected, long current) implements Outcome {}

        /** There is one, and the sender does not say which version of it was read. */
        record VersionRequired() implements Outcome {}

        /** The sender read one that was published or thrown away since. */
        record Gone() implements Outcome {}

        /** There is no working copy. */
        record None() implements Outcome {}

        /** There is no contribution that the caller may know of. */
        record Missing(String id) implements Outcome {}
    }

    /** Someone of a partner that drafts this contribution. */
    private record Drafter(Contribution contribution, PartnerId partner) {}

    /** Twice a text: room for what is being moved around, and an end. */
    static final int MAX_CHARACTERS = 400_000;

    static final int MAX_SECTIONS = 120;

    public Outcome read(ContributionId id, Actor actor) {
        return asDrafter(
                id,
                actor,
                drafter ->
                        copies.find(id, drafter.partner())
                                // One that was saved while the text was being frozen is left over.
                                .filter(_ -> isDrafted(drafter.contribution()))
                                .<Outcome>map(copy -> new Outcome.Kept(copy, false))
                                .orElseGet(Outcome.None::new));
    }

    /**
     * @param expectedVersion of the working copy; absent for the first save
     */
    public Outcome save(
            ContributionId id, @Nullable Long expectedVersion, SaveWorkingCopy typed, Actor actor) {
        return asDrafter(
                id,
                actor,
                drafter -> {
                    List<Refusal> refusals = refusals(drafter.contribution(), typed).toList();
                    return refusals.isEmpty()
                            ? saved(drafter, expectedVersion, typed)
                            : new Outcome.Refused(refusals);
                });
    }

    /**
     * Throws it away.
     *
     * @param expectedVersion of the working copy; absent for any
     */
    public Outcome delete(ContributionId id, @Nullable Long expectedVersion, Actor actor) {
        return asDrafter(
                id,
                actor,
                drafter -> {
                    Optional<WorkingCopy> found = copies.find(id, drafter.partner());
                    if (found.isEmpty()) {
                        return new Outcome.None();
                    }
                    long current = found.get().version();
                    long expected = expectedVersion == null ? current : expectedVersion;
                    return copies.delete(id, drafter.partner(), expected)
                            ? new Outcome.Deleted()
                            : new Outcome.Stale(expected, current);
                });
    }

    private Outcome asDrafter(ContributionId id, Actor actor, Function<Drafter, Outcome> then) {
        Optional<ReadContributions.Reading> reading = contributions.read(id, actor);
        if (reading.isEmpty()) {
            return new Outcome.Missing(id.value());
        }
        Contribution contribution = reading.get().contribution();
        Circumstances circumstances = gather.ofReading(actor, Needs.NOTHING);
        PartnerId partner = actor.partner();
        if (partner == null || !contribution.isDraftedBy(actor)) {
            return new Outcome.Refused(List.of(Refusal.forbidden("partner", "drafters-only")));
        }
        List<Refusal> standing = Standing.refusals(circumstances).toList();
        return standing.isEmpty()
                ? then.apply(new Drafter(contribution, partner))
                : new Outcome.Refused(standing);
    }

    private Outcome saved(Drafter drafter, @Nullable Long expectedVersion, SaveWorkingCopy typed) {
        Contribution contribution = drafter.contribution();
        Optional<WorkingCopy> found = copies.find(contribution.id(), drafter.partner());
        if (found.isEmpty()) {
            return expectedVersion == null ? first(drafter, typed) : new Outcome.Gone();
        }
        WorkingCopy before = found.get();
        long basedOn = typed.basedOn() == null ? before.basedOn() : typed.basedOn();
        if (before.says(basedOn, typed.draft())) {
            return new Outcome.Kept(before, false);
        }
        if (expectedVersion == null) {
            return new Outcome.VersionRequired();
        }
        WorkingCopy after = copy(drafter, expectedVersion + 1, basedOn, typed);
        return copies.replace(expectedVersion, after)
                ? new Outcome.Kept(after, false)
                : new Outcome.Stale(expectedVersion, before.version());
    }

    private Outcome first(Drafter drafter, SaveWorkingCopy typed) {
        long basedOn =
                typed.basedOn() == null ? drafter.contribution().text().version() : typed.basedOn();
        WorkingCopy copy = copy(drafter, 1, basedOn, typed);
        // Of two first saves at once one wins; the other is told to read it, as any later save.
        return copies.insert(copy) ? new Outcome.Kept(copy, true) : new Outcome.VersionRequired();
    }

    private WorkingCopy copy(Drafter drafter, long version, long basedOn, SaveWorkingCopy typed) {
        return new WorkingCopy(
                drafter.contribution().id(),
                drafter.partner(),
                version,
                basedOn,
                typed.draft(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Unfinished texts are welcome, endless ones are not. */
    private static Stream<Refusal> refusals(Contribution contribution, SaveWorkingCopy typed) {
        Long basedOn = typed.basedOn();
        long current = contribution.text().version();
        ContributionCommand.Draft draft = typed.draft();
        return Refusal.all(
                Refusal.when(
                        !isDrafted(contribution),
                        Refusal.conflict("status", "only-while-drafting", contribution.status())),
                Refusal.when(
                        basedOn != null && (basedOn < 1 || basedOn > current),
                        Refusal.invalid("basedOn", "between", 1, current)),
                Refusal.when(
                        draft.sections().size() > MAX_SECTIONS,
                        Refusal.invalid("sections", "too-many", MAX_SECTIONS)),
                Refusal.when(
                        characters(draft) > MAX_CHARACTERS,
                        Refusal.invalid("sections", "too-long", MAX_CHARACTERS)));
    }

    private static boolean isDrafted(Contribution contribution) {
        return contribution.status() == ContributionStatus.DRAFTING;
    }

    private static long characters(ContributionCommand.Draft draft) {
        Stream<@Nullable String> sections =
                draft.sections().stream()
                        .flatMap(one -> Stream.of(one.id(), one.heading(), one.body()));
        return Stream.of(
                        Stream.of(draft.title(), draft.summary(), draft.note()),
                        draft.axes().stream(),
                        sections)
                .flatMap(texts -> texts)
                .mapToLong(one -> one == null ? 0 : one.length())
                .sum();
    }
}
