package relais.experiences;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.experiences.draft.Draft;
import relais.experiences.draft.Drafts;
import relais.experiences.draft.EditDrafts;
import relais.experiences.experience.Contact;
import relais.experiences.experience.Contacts;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.ExperienceEvent;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.ExperienceRules;
import relais.experiences.experience.GatherCircumstances;
import relais.experiences.experience.InMemoryExperiences;
import relais.experiences.experience.ReadExperiences;
import relais.experiences.experience.Scene;
import relais.experiences.experience.SubmitExperience;
import relais.experiences.experience.UploadedFile;
import relais.experiences.imports.ImportExperiences;
import relais.experiences.imports.RehearseImport;

/** The use cases with everything around them in memory, and a clock that tests move. */
public final class Bench {

    public Instant now = Scene.NOW;
    public final Map<PartnerId, Partner> partners = new HashMap<>();
    public final InMemoryExperiences experiences = new InMemoryExperiences();
    public final InMemoryContacts contacts = new InMemoryContacts();
    public final InMemoryDrafts drafts = new InMemoryDrafts();

    /** What each partner has sent, by its hash. */
    public final Map<PartnerId, Map<String, UploadedFile>> uploads = new HashMap<>();

    private final Partners known =
            new Partners() {
                @Override
                public Optional<Partner> find(PartnerId id) {
                    return Optional.ofNullable(partners.get(id));
                }

                @Override
                public Set<PartnerId> signatories() {
                    throw new UnsupportedOperationException("Nobody asks here");
                }
            };
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final GatherCircumstances gather =
            new GatherCircumstances(
                    known,
                    experiences,
                    (partner, _) -> uploads.getOrDefault(partner, Map.of()),
                    Scene.TERRITORIES,
                    clock);

    public final ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change =
            new ChangeAggregate<>(new ExperienceRules(), experiences, gather, clock);
    public final SubmitExperience submit = new SubmitExperience(change, contacts, gather);
    public final ReadExperiences read = new ReadExperiences(experiences, contacts, gather);
    public final EditDrafts editDrafts = new EditDrafts(drafts, submit, experiences, clock);
    public final ImportExperiences imports = new ImportExperiences(experiences, known, change);
    public final RehearseImport rehearse = new RehearseImport(experiences, known, gather, clock);

    public Bench() {
        Scene.PARTNERS.forEach(partner -> partners.put(partner.id(), partner));
    }

    public static final class InMemoryContacts implements Contacts {
        public final Map<ExperienceId, Contact> contacts = new HashMap<>();

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

    public static final class InMemoryDrafts implements Drafts {
        public final Map<String, Draft> drafts = new HashMap<>();

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
