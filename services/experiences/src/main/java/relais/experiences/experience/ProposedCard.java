package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/**
 * A card to submit, as someone typed it, with what is said beside it.
 *
 * @param competentPartner the partner that has the competence, when the owner has not
 */
public record ProposedCard(
        @JsonUnwrapped ProposedContent content,
        @Nullable String competentPartner,
        @Nullable Contact contact) {

    public ProposedCard {
        competentPartner = Typed.text(competentPartner);
    }
}
