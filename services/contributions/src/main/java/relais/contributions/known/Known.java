package relais.contributions.known;

import java.util.Map;
import java.util.Set;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/**
 * What the service knew of others when a decision was taken: the answer to {@link Needs}. What is
 * not known is absent.
 *
 * @param signatories the partners that make up the committee now; empty if nobody asked
 */
public record Known(
        Map<PartnerId, Partner> partners,
        Set<PartnerId> signatories,
        Map<ExperienceId, KnownExperience> experiences,
        Map<String, Cards.KnownCard> cards) {

    public static final Known NOTHING = new Known(Map.of(), Set.of(), Map.of(), Map.of());

    public Known {
        partners = Map.copyOf(partners);
        signatories = Set.copyOf(signatories);
        experiences = Map.copyOf(experiences);
        cards = Map.copyOf(cards);
    }
}
