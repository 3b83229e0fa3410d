package relais.contributions.known;

import java.util.Set;
import relais.aggregates.partner.PartnerId;

/**
 * What a decision has to know of others, besides the aggregate and who asks.
 *
 * @param partners that the command names
 * @param signatories whether it depends on who they are
 * @param experiences that the command or the state cites
 * @param cards that the command links to
 */
public record Needs(
        Set<PartnerId> partners,
        boolean signatories,
        Set<ExperienceId> experiences,
        Set<String> cards) {

    public static final Needs NOTHING = new Needs(Set.of(), false, Set.of(), Set.of());

    public static final Needs SIGNATORIES = new Needs(Set.of(), true, Set.of(), Set.of());

    public Needs {
        partners = Set.copyOf(partners);
        experiences = Set.copyOf(experiences);
        cards = Set.copyOf(cards);
    }

    public Needs withPartners(Set<PartnerId> named) {
        return new Needs(named, signatories, experiences, cards);
    }

    public Needs withExperiences(Set<ExperienceId> cited) {
        return new Needs(partners, signatories, cited, cards);
    }

    public Needs withCards(Set<String> linked) {
        return new Needs(partners, signatories, experiences, linked);
    }
}
