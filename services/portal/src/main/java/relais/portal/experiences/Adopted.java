package relais.portal.experiences;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;

/**
 * Another partner's experience that one's own partner does, or did, too.
 *
 * @param ongoing whether there is something to report or to end. If nobody says, there may be
 * @param endedOn when it ended last; null while it goes on
 */
record Adopted(Card card, boolean ongoing, @Nullable LocalDate endedOn) {

    static Adopted of(Card card, Answer<WrittenExperience> experience, String partner) {
        return experience
                .content()
                .map(known -> of(card, known, partner))
                .orElse(new Adopted(card, true, null));
    }

    private static Adopted of(Card card, WrittenExperience known, String partner) {
        if (known.ongoingAdoptionOf(partner).isPresent()) {
            return new Adopted(card, true, null);
        }
        LocalDate ended =
                known.adoptions().stream()
                        .filter(each -> each.partner().equals(partner))
                        .map(WrittenExperience.Adoption::endedOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        // The feed knows of an adoption that its own service does not show: then it is the judge.
        return new Adopted(card, ended == null, ended);
    }
}
