package relais.portal.card;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import relais.portal.account.Person;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/**
 * Whom one may ask about an experience. Only its own service knows, and whether this reader may: it
 * is asked for those who act for a partner, and a page is whole without its answer.
 */
@Component
record Contacts(Remote<ExperiencesApi> experiences) {

    /** For a reader, or of a card, that has none. */
    static final Asked NOT_ASKED = () -> null;

    @FunctionalInterface
    interface Asked {

        /** Null if there is none for this reader, or the service is away. */
        ExperienceText.@Nullable Contact answer();
    }

    Asked ask(String id) {
        Person person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        if (person == null || person.partner() == null || !id.startsWith("x-")) {
            return NOT_ASKED;
        }
        Pending<WrittenExperience> asked = experiences.start(api -> api.experience(id));
        return () -> asked.answer().content().map(WrittenExperience::contact).orElse(null);
    }
}
