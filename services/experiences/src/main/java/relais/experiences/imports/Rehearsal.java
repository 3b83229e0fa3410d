package relais.experiences.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Change;
import relais.aggregates.Stored;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceEvent;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.Experiences;

/**
 * The experiences as they would be: what is kept is read, what is changed is changed here and
 * forgotten afterwards. So the very same use cases say what would become of each row of an archive,
 * also of one that follows from a row above it.
 */
final class Rehearsal implements Experiences {

    private final Experiences kept;
    private final Map<String, Stored<Experience>> changed = new HashMap<>();

    Rehearsal(Experiences kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Stored<Experience>> find(String id) {
        Stored<Experience> here = changed.get(id);
        return here == null ? kept.find(id) : Optional.of(here);
    }

    @Override
    public boolean create(Change<Experience, ExperienceEvent> submission) {
        if (find(submission.id()).isPresent()) {
            return false;
        }
        changed.put(submission.id(), submission.stored());
        return true;
    }

    @Override
    public boolean save(Change<Experience, ExperienceEvent> change) {
        boolean current =
                find(change.id())
                        .filter(stored -> stored.version() == change.previousVersion())
                        .isPresent();
        if (current) {
            changed.put(change.id(), change.stored());
        }
        return current;
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        Stream<ExperienceId> here =
                changed.values().stream()
                        .map(Stored::state)
                        .filter(experience -> externalId.equals(experience.externalId()))
                        .map(Experience::id);
        return Stream.concat(here, kept.withExternalId(externalId, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    /** An import lists nothing. */
    @Override
    public List<Stored<Experience>> list(Selection selection, @Nullable Position after, int limit) {
        throw new UnsupportedOperationException("A rehearsal lists nothing");
    }
}
