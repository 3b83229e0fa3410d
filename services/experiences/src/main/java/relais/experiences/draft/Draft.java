package relais.experiences.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import relais.aggregates.IdForm;
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;
import relais.experiences.experience.Contact;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.ProposedCard;

/**
 * A card that only its partner sees: a plain document, no aggregate, without any event.
 *
 * @param id {@code d-<x>} becomes the experience {@code x-<x>}, so that submitting twice makes one
 * @param version counts its edits, from 1
 */
public record Draft(
        @StoredField(name = "_id") String id,
        long version,
        PartnerId partner,
        @JsonUnwrapped @StoredField(unwrapped = true) ProposedCard card,
        Instant updatedAt) {

    private static final IdForm FORM = new IdForm("d-", "a draft id");

    public Draft {
        FORM.require(id);
    }

    static boolean isId(String text) {
        return FORM.fits(text);
    }

    static ExperienceId experienceOf(String draftId) {
        return new ExperienceId("x" + draftId.substring(1));
    }

    /** As it is answered. */
    Draft shown() {
        return new Draft(
                id,
                version,
                partner,
                new ProposedCard(
                        card.content(), card.competentPartner(), Contact.shown(card.contact())),
                updatedAt);
    }
}
