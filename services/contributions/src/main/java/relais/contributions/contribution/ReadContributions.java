package relais.contributions.contribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Axis;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.known.Needs;

/** What people read of contributions: the committee all, everyone what was put to consultation. */
public record ReadContributions(
        Aggregates<Contribution, ContributionEvent> aggregates,
        Contributions contributions,
        GatherCircumstances gather) {

    /**
     * @param full whether the reader sees the text of one that was withdrawn too
     */
    public record Reading(Stored<Contribution> stored, boolean full) {
        public Contribution contribution() {
            return stored.state();
        }
    }

    record BoardReading(Stored<Contribution> stored, Board board) {}

    /** What a reader asks a list for. What is absent is not asked. */
    public record Filter(
            @Nullable ContributionStatus status,
            @Nullable Axis axis,
            @Nullable ContributionKind kind,
            boolean submitted) {}

    /** Empty if there is none that this reader may know of. */
    public Optional<Reading> read(ContributionId id, Actor reader) {
        Circumstances circumstances = circumstances(reader, Needs.NOTHING);
        return aggregates
                .find(id.value())
                .filter(stored -> stored.state().isVisibleTo(circumstances))
                .map(stored -> new Reading(stored, isFull(stored.state(), circumstances)));
    }

    /**
     * Where its adoption stands now. Empty if there is none that this reader may know of, or if it
     * was withdrawn: what partners answered then goes with its text.
     */
    public Optional<BoardReading> board(ContributionId id, Actor reader) {
        return read(id, reader)
                .filter(Reading::full)
                .map(reading -> board(reading.stored(), reader));
    }

    /** The latest opened first, of those that this reader may know of. */
    public List<Contributions.Listed> list(
            Filter filter, Actor reader, @Nullable ListPosition<Instant> after, int limit) {
        Circumstances circumstances = circumstances(reader, Needs.NOTHING);
        boolean ofTheCommittee = circumstances.isSecretary() || circumstances.isOfASignatory();
        Actor standing = circumstances.actor();
        return contributions.list(
                new Contributions.Selection(
                        filter.status(),
                        filter.axis(),
                        filter.kind(),
                        filter.submitted(),
                        !ofTheCommittee,
                        standing.isMember() ? standing.partner() : null),
                after,
                limit);
    }

    /** The contribution, if this amendment is in it and is of this actor's partner. */
    public Optional<Stored<Contribution>> proposedBefore(
            ContributionId id, AmendmentId amendment, Actor actor) {
        return read(id, actor)
                .map(Reading::stored)
                .filter(
                        stored ->
                                stored.state()
                                        .amendment(amendment)
                                        .filter(known -> actor.actsFor(known.partner()))
                                        .isPresent());
    }

    private BoardReading board(Stored<Contribution> stored, Actor reader) {
        Contribution contribution = stored.state();
        return new BoardReading(
                stored, Board.of(contribution, circumstances(reader, Board.needs(contribution))));
    }

    private static boolean isFull(Contribution contribution, Circumstances circumstances) {
        return contribution.status() != ContributionStatus.WITHDRAWN
                || circumstances.isSecretary()
                || circumstances.isOfASignatory()
                || contribution.isDraftedBy(circumstances.actor());
    }

    /** Who may not act today reads as anyone does. */
    private Circumstances circumstances(Actor reader, Needs needs) {
        Circumstances circumstances = gather.ofReading(reader, needs);
        return Standing.refusals(circumstances).findAny().isEmpty()
                ? circumstances
                : gather.ofReading(new Actor(reader.mandate(), null, Set.of()), needs);
    }
}
