package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experience comes from and what came of it.
 *
 * @param cards the oldest generation first; 0 is the experience asked for
 * @param complete whether that is all there is
 */
public record AdoptionChain(List<Member> cards, List<Step> adoptions, boolean complete) {

    /** An experience in it; the title is absent if its text is hidden. */
    public record Member(
            String id,
            int generation,
            String status,
            @Nullable String title,
            @Nullable Named partner,
            Named territory) {}

    /**
     * An adoption in it.
     *
     * @param ownExperience the adopter's own; null if it named none
     */
    public record Step(
            String source,
            @Nullable String ownExperience,
            Named partner,
            Named territory,
            LocalDate adoptedOn,
            @Nullable LocalDate endedOn) {}

    /** What the one asked for comes from at first hand. */
    public List<Member> sources() {
        return cards.stream().filter(each -> each.generation() == -1).toList();
    }

    /** Whether an adoption leads from one experience to another at all. */
    public boolean isChain() {
        return cards.size() > 1;
    }
}
