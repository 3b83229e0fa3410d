package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Contact;

/**
 * Whom one may ask. Never published.
 *
 * @param visibleTo who may read it; the committee alone unless it says otherwise
 */
record ContactJson(
        @Nullable String name,
        @Nullable String email,
        @Schema(
                        allowableValues = {"COMMITTEE", "PARTNERS"},
                        defaultValue = "COMMITTEE")
                @Nullable String visibleTo) {

    static @Nullable ContactJson of(@Nullable Contact contact) {
        return contact == null || contact.isEmpty()
                ? null
                : new ContactJson(
                        contact.name(),
                        contact.email(),
                        contact.visibleTo() == null ? "COMMITTEE" : contact.visibleTo());
    }

    static @Nullable Contact contact(@Nullable ContactJson json) {
        return json == null ? null : new Contact(json.name(), json.email(), json.visibleTo());
    }
}
