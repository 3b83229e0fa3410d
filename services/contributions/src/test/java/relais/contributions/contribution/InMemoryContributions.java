package relais.contributions.contribution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.contributions.contribution.Contributions.Selection;
import relais.contributions.known.ExperienceId;

/** Both ports of contributions without a database. */
final class InMemoryContributions
        implements Aggregates<Contribution, ContributionEvent>, Contributions {

    private static final Set<ContributionStatus> RELIED_ON =
            Set.of(
                    ContributionStatus.DRAFTING,
                    ContributionStatus.CONSULTATION,
                    ContributionStatus.ADOPTED);

    private final Map<String, Stored<Contribution>> stored = new ConcurrentHashMap<>();

    /** How often others are to be faster. */
    int losses;

    @Override
    public Optional<Stored<Contribution>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public boolean create(Change<Contribution, ContributionEvent> creation) {
        return stored.putIfAbsent(creation.id(), stored(creation)) == null;
    }

    @Override
    public boolean save(Change<Contribution, ContributionEvent> change) {
        if (losses > 0) {
            losses--;
            return false;
        }
        AtomicBoolean done = new AtomicBoolean();
        stored.computeIfPresent(
                change.id(),
                (_, before) -> {
                    done.set(before.version() == change.previousVersion());
                    return done.get() ? stored(change) : before;
                });
        return done.get();
    }

    private static Stored<Contribution> stored(Change<Contribution, ContributionEvent> change) {
        return new Stored<>(
                change.id(), change.version(), change.after(), change.at(), change.importedRows());
    }

    @Override
    public List<Listed> list(
            Selection selection, @Nullable ListPosition<Instant> after, int limit) {
        Comparator<ListPosition<Instant>> newestFirst =
                Comparator.comparing(ListPosition<Instant>::value)
                        .thenComparing(ListPosition::id)
                        .reversed();
        return stored.values().stream()
                .filter(entry -> selects(selection, entry.state()))
                .map(InMemoryContributions::listed)
                .filter(entry -> after == null || newestFirst.compare(position(entry), after) > 0)
                .sorted(Comparator.comparing(InMemoryContributions::position, newestFirst))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ContributionId> citing(
            ExperienceId experience, @Nullable ContributionId after, int limit) {
        return stored.values().stream()
                .map(Stored::state)
                .filter(state -> RELIED_ON.contains(state.status()))
                .filter(state -> state.evidence(experience).isPresent())
                .map(Contribution::id)
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(ContributionId::value))
                .limit(limit)
                .toList();
    }

    private static boolean selects(Selection selection, Contribution contribution) {
        boolean readable =
                !selection.everyones()
                        || contribution.isPublic()
                        || contribution.drafters().stream()
                                .anyMatch(drafter -> drafter.equals(selection.draftedBy()));
        return readable
                && (!selection.submitted() || contribution.submission() != null)
                && (selection.status() == null || selection.status() == contribution.status())
                && (selection.kind() == null || selection.kind() == contribution.kind())
                && (selection.axis() == null
                        || contribution.text().axes().contains(selection.axis()));
    }

    private static ListPosition<Instant> position(Listed listed) {
        return new ListPosition<>(listed.state().openedAt(), listed.id().value());
    }

    private static Listed listed(Stored<Contribution> stored) {
        Contribution contribution = stored.state();
        Text text = contribution.text();
        Contribution.Submission submission = contribution.submission();
        Consultation consultation = contribution.consultation();
        return new Listed(
                contribution.id(),
                stored.version(),
                new Listed.State(
                        contribution.status(),
                        contribution.kind(),
                        new Listed.Titles(text.title(), text.summary(), text.axes()),
                        contribution.opener(),
                        contribution.drafters(),
                        contribution.openedAt(),
                        submission == null ? null : new Listed.Ready(submission.at()),
                        consultation == null ? null : new Listed.Asked(consultation.deadline()),
                        contribution.adoptedOn(),
                        contribution.supersededBy(),
                        stored.lastEventAt()));
    }
}
