package relais.experiences.adapter.http;

import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Contact;

/** Whom members may ask. Never published. */
record ContactJson(@Nullable String name, @Nullable String email) {

    static @Nullable ContactJson of(@Nullable Contact contact) {
        return contact == null || contact.isEmpty()
                ? null
                : new ContactJson(contact.name(), contact.email());
    }

    static @Nullable Contact contact(@Nullable ContactJson json) {
        return json == null ? null : new Contact(json.name(), json.email());
    }
}
