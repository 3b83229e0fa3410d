package relais.experiences.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;

/**
 * The experiences as they would be: what is kept is read, what is changed is changed here and
 * forgotten afterwards. So the very same use cases say what would become of each row of an archive,
 * also of one that follows from a row above it.
 */
final class Rehearsal implements Experiences {

    private final Experiences kept;
    private final Map<ExperienceId, Stored> changed = new HashMap<>();

    private Rehearsal(Experiences kept) {
        this.kept = kept;
    }

    /** An import that leaves no trace, for one file. */
    static ImportExperiences of(Experiences kept, Partners partners, GatherCircumstances gather) {
        var rehearsal = new Rehearsal(kept);
        return new ImportExperiences(
                rehearsal,
                partners,
                new SubmitExperience(rehearsal, new NoContacts(), gather),
                new ChangeExperience(rehearsal, gather));
    }

    @Override
    public Optional<Stored> find(ExperienceId id) {
        Stored here = changed.get(id);
        return here == null ? kept.find(id) : Optional.of(here);
    }

    @Override
    public boolean create(Change submission) {
        ExperienceId id = submission.after().id();
        if (find(id).isPresent()) {
            return false;
        }
        changed.put(id, submission.stored());
        return true;
    }

    @Override
    public boolean save(Change change) {
        ExperienceId id = change.after().id();
        boolean current =
                find(id).filter(stored -> stored.version() == change.previousVersion()).isPresent();
        if (current) {
            changed.put(id, change.stored());
        }
        return current;
    }

    @Override
    public List<ExperienceId> withExternalId(String externalId, int limit) {
        Stream<ExperienceId> here =
                changed.values().stream()
                        .map(Stored::experience)
                        .filter(experience -> externalId.equals(experience.externalId()))
                        .map(experience -> experience.id());
        return Stream.concat(here, kept.withExternalId(externalId, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    /** An import lists nothing. */
    @Override
    public List<Stored> list(Selection selection, @Nullable Position after, int limit) {
        throw new UnsupportedOperationException("A rehearsal lists nothing");
    }

    /** Archives have none. */
    private static final class NoContacts implements Contacts {

        @Override
        public Optional<Contact> find(ExperienceId id) {
            return Optional.empty();
        }

        @Override
        public void put(ExperienceId id, Contact contact) {}

        @Override
        public void erase(ExperienceId id) {}
    }
}
