package relais.experiences.application;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Contact;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.ProposedContent;

/**
 * A card that only its partner sees: a plain document, no aggregate, and nothing is told of it.
 *
 * @param id {@code d-<x>} becomes the experience {@code x-<x>}, so that submitting twice makes one
 * @param version counts its edits, from 1
 */
public record Draft(
        String id,
        PartnerId partner,
        long version,
        ProposedContent content,
        @Nullable String competentPartner,
        @Nullable Contact contact,
        Instant updatedAt) {

    private static final Pattern FORM = Pattern.compile("d-[a-z0-9-]{1,60}");

    public Draft {
        if (!isId(id)) {
            throw new IllegalArgumentException("Not a draft id: " + id);
        }
    }

    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    static ExperienceId experienceOf(String draftId) {
        return new ExperienceId("x" + draftId.substring(1));
    }
}
