package relais.experiences.application;

import java.util.Optional;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;

/** Whom to ask about each experience: members only, erasable, never in an event. */
public interface Contacts {

    Optional<Contact> find(ExperienceId id);

    void put(ExperienceId id, Contact contact);

    void erase(ExperienceId id);
}
