package relais.experiences.experience;

import java.util.Optional;

/** Whom to ask about each experience: members only, erasable, never in an event. */
public interface Contacts {

    Optional<Contact> find(ExperienceId id);

    void put(ExperienceId id, Contact contact);

    void erase(ExperienceId id);
}
