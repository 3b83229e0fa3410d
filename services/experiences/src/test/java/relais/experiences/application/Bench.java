package relais.experiences.application;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.Scene;

/** The use cases with everything around them in memory, and a clock that tests move. */
final class Bench {

    Instant now = Scene.NOW;
    final Map<PartnerId, Partner> partners = new HashMap<>();
    final InMemoryExperiences experiences = new InMemoryExperiences();
    final InMemoryContacts contacts = new InMemoryContacts();
    final InMemoryDrafts drafts = new InMemoryDrafts();

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final GatherCircumstances gather =
            new GatherCircumstances(this::partner, Scene.TERRITORIES, clock);

    final SubmitExperience submit = new SubmitExperience(experiences, contacts, gather);
    final ChangeExperience change = new ChangeExperience(experiences, gather);
    final ReadExperiences read = new ReadExperiences(experiences, contacts, gather);
    final EditDrafts editDrafts = new EditDrafts(drafts, submit, experiences, clock);
    final ImportExperiences imports =
            new ImportExperiences(experiences, this::partner, submit, change);
    final RehearseImport rehearse = new RehearseImport(experiences, this::partner, gather);

    Bench() {
        Scene.PARTNERS.forEach(partner -> partners.put(partner.id(), partner));
    }

    private Optional<Partner> partner(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    static final class InMemoryContacts implements Contacts {
        final Map<ExperienceId, Contact> contacts = new HashMap<>();

        @Override
        public Optional<Contact> find(ExperienceId id) {
            return Optional.ofNullable(contacts.get(id));
        }

        @Override
        public void put(ExperienceId id, Contact contact) {
            contacts.put(id, contact);
        }

        @Override
        public void erase(ExperienceId id) {
            contacts.remove(id);
        }
    }

    static final class InMemoryDrafts implements Drafts {
        final Map<String, Draft> drafts = new HashMap<>();

        @Override
        public Optional<Draft> find(String id) {
            return Optional.ofNullable(drafts.get(id));
        }

        @Override
        public boolean insert(Draft draft) {
            return drafts.putIfAbsent(draft.id(), draft) == null;
        }

        @Override
        public boolean replace(long expectedVersion, Draft draft) {
            return has(draft.id(), expectedVersion) && drafts.put(draft.id(), draft) != null;
        }

        @Override
        public boolean delete(String id, long expectedVersion) {
            return has(id, expectedVersion) && drafts.remove(id) != null;
        }

        @Override
        public int count(PartnerId partner, int most) {
            long count = drafts.values().stream().filter(d -> d.partner().equals(partner)).count();
            return (int) Math.min(count, most);
        }

        @Override
        public List<Draft> list(PartnerId partner, @Nullable String afterId, int limit) {
            return new ArrayList<>(drafts.values());
        }

        private boolean has(String id, long version) {
            return find(id).filter(draft -> draft.version() == version).isPresent();
        }
    }
}
