package relais.experiences.experience;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Change;
import relais.aggregates.DecisionContext;
import relais.aggregates.Stored;

/** The port without a database. */
public final class InMemoryExperiences implements Experiences {

    private final Map<String, Stored<Experience>> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored<Experience>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public boolean create(Change<Experience, ExperienceEvent> submission) {
        return stored.putIfAbsent(submission.id(), submission.stored()) == null;
    }

    @Override
    public boolean save(Change<Experience, ExperienceEvent> change) {
        AtomicBoolean done = new AtomicBoolean();
        stored.computeIfPresent(
                change.id(),
                (_, before) -> {
                    done.set(before.version() == change.previousVersion());
                    return done.get() ? change.stored() : before;
                });
        return done.get();
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        return stored.values().stream()
                .map(Stored::state)
                .filter(experience -> externalId.equals(experience.externalId()))
                .map(experience -> experience.id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Stored<Experience>> list(Selection selection, @Nullable Position after, int limit) {
        Comparator<Position> order =
                Comparator.comparing(Position::submittedAt).thenComparing(Position::id);
        return stored.values().stream()
                .filter(entry -> selects(selection, entry))
                .filter(entry -> after == null || order.compare(position(entry), after) > 0)
                .sorted(Comparator.comparing(InMemoryExperiences::position, order))
                .limit(limit)
                .toList();
    }

    private static boolean selects(Selection selection, Stored<Experience> entry) {
        return (selection.owner() == null || selection.owner().equals(entry.state().owner()))
                && (selection.home() == null || selection.home().equals(entry.state().home()))
                && (selection.status() == null || selection.status() == entry.state().status())
                && (selection.within() == null
                        || Scene.TERRITORIES.isWithin(
                                entry.state().content().territory(),
                                selection.within(),
                                DecisionContext.dayOf(Scene.NOW)));
    }

    private static Position position(Stored<Experience> entry) {
        return new Position(entry.state().submittedAt(), entry.state().id().value());
    }
}
