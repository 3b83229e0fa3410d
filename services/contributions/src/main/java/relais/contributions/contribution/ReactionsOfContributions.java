package relais.contributions.contribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import relais.aggregates.Aggregates;
import relais.aggregates.Cause;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.StillBusyException;
import relais.aggregates.Stored;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Experiences;
import relais.contributions.known.KnownExperience;

/**
 * Tells a contribution in force that a later one has taken its place, and contributions that an
 * experience they cite has changed: from the side of the experience when it changes, and from the
 * side of the contribution when it cites. Whichever of the two comes last finds the other, so that
 * no order of arrival loses a warning; each is told once, however often it is done.
 */
public record ReactionsOfContributions(
        Contributions contributions,
        Aggregates<Contribution, ContributionEvent> aggregates,
        Experiences experiences,
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

    /** Ids at a time: their texts are read one by one. */
    private static final int PAGE = 100;

    /** Each is as many tries as {@link ChangeAggregate#changeLatest} makes. */
    private static final int ROUNDS = 3;

    /**
     * To be called when an experience was revised, withdrawn or moderated, after the replica has
     * taken it in.
     *
     * @param cause the experience's event
     * @throws StillBusyException if others kept changing a contribution all the while; calling
     *     again goes on
     */
    public void outdate(ExperienceId experience, KnownExperience.Change what, Cause cause) {
        ContributionId last = null;
        List<ContributionId> page;
        do {
            page = contributions.citing(experience, last, PAGE);
            for (ContributionId id : page) {
                outdate(id, experience, what, Request.answering(cause));
                last = id;
            }
        } while (page.size() == PAGE);
    }

    /**
     * To be called when a contribution has cited: the experience may have changed in between.
     *
     * @param cause the citation: if it was imported, the warning belongs to the archive too, as
     *     soon as both had happened
     * @throws StillBusyException as {@link #outdate}
     */
    public void check(ContributionId contribution, ExperienceId experience, Cause cause) {
        Optional<KnownExperience.Change> last =
                experiences
                        .find(experience)
                        .flatMap(known -> Optional.ofNullable(known.lastChange()));
        last.filter(what -> isNews(contribution, experience, what))
                .ifPresent(
                        what ->
                                outdate(
                                        contribution,
                                        experience,
                                        what,
                                        Request.answering(notBefore(what.at(), cause))));
    }

    private static Cause notBefore(Instant changedAt, Cause cause) {
        Instant citedAt = cause.archivedAt();
        return citedAt == null || citedAt.isAfter(changedAt)
                ? cause
                : new Cause(cause.event(), changedAt);
    }

    /** Most citations are of the last version: they need no command at all. */
    private boolean isNews(
            ContributionId contribution, ExperienceId experience, KnownExperience.Change what) {
        return aggregates
                .find(contribution.value())
                .map(Stored::state)
                .flatMap(state -> state.evidence(experience))
                .filter(evidence -> what.version() > evidence.version())
                .isPresent();
    }

    private void outdate(
            ContributionId contribution,
            ExperienceId experience,
            KnownExperience.Change what,
            Request request) {
        ContributionCommand command = new ContributionCommand.OutdateEvidence(experience, what);
        Result<Contribution> result = change.changeLatest(contribution.value(), command, request);
        for (int i = 1; i < ROUNDS && result instanceof Result.Stale; i++) {
            result = change.changeLatest(contribution.value(), command, request);
        }
        // Refused or missing: it no longer cites the experience, or nobody relies on it any more.
        requireChanged(contribution, result);
    }

    /**
     * To be called when a contribution that supersedes another was adopted; again does nothing. Of
     * two that name the same one, the first adopted takes its place.
     *
     * @param cause the adoption
     * @throws StillBusyException as {@link #outdate}
     */
    public void supersede(ContributionId old, ContributionId by, Cause cause) {
        requireChanged(
                old,
                change.changeLatest(
                        old.value(),
                        new ContributionCommand.Supersede(by),
                        Request.answering(cause)));
    }

    private static void requireChanged(ContributionId id, Result<Contribution> result) {
        if (result instanceof Result.Stale) {
            throw new StillBusyException(id.value());
        }
    }
}
