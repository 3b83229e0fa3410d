package relais.experiences.application;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Circumstances;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.Scene;

/** The port without a database. */
final class InMemoryExperiences implements Experiences {

    private final Map<ExperienceId, Stored> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored> find(ExperienceId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public boolean create(Change submission) {
        return stored.putIfAbsent(submission.after().id(), submission.stored()) == null;
    }

    @Override
    public boolean save(Change change) {
        AtomicBoolean done = new AtomicBoolean();
        stored.computeIfPresent(
                change.after().id(),
                (_, before) -> {
                    done.set(before.version() == change.previousVersion());
                    return done.get() ? change.stored() : before;
                });
        return done.get();
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        return stored.values().stream()
                .map(Stored::experience)
                .filter(experience -> externalId.equals(experience.externalId()))
                .map(experience -> experience.id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Stored> list(Selection selection, @Nullable Position after, int limit) {
        Comparator<Position> order =
                Comparator.comparing(Position::submittedAt).thenComparing(Position::id);
        return stored.values().stream()
                .filter(entry -> selects(selection, entry))
                .filter(entry -> after == null || order.compare(position(entry), after) > 0)
                .sorted(Comparator.comparing(InMemoryExperiences::position, order))
                .limit(limit)
                .toList();
    }

    private static boolean selects(Selection selection, Stored entry) {
        return (selection.owner() == null || selection.owner().equals(entry.experience().owner()))
                && (selection.home() == null || selection.home().equals(entry.experience().home()))
                && (selection.status() == null || selection.status() == entry.experience().status())
                && (selection.within() == null
                        || Scene.TERRITORIES.isWithin(
                                entry.experience().content().territory(),
                                selection.within(),
                                Circumstances.dayOf(Scene.NOW)));
    }

    private static Position position(Stored entry) {
        return new Position(entry.experience().submittedAt(), entry.experience().id().value());
    }
}
