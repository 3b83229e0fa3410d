package relais.contributions.message;

import relais.aggregates.partner.Actor;
import relais.contributions.contribution.ContributionId;
import relais.contributions.contribution.ReadContributions;
import relais.contributions.known.Cards;

/** The cards that threads hang on. */
@FunctionalInterface
public interface Subjects {

    /** Whether someone may know that there is such a card; so it is with its thread. */
    boolean isVisible(String id, Actor reader);

    /** Cards that everyone may read, and contributions for those who may read them earlier. */
    static Subjects of(Cards cards, ReadContributions contributions) {
        return (id, reader) ->
                cards.find(id)
                        .filter(
                                card ->
                                        card.isPublic()
                                                || ContributionId.parse(card.id())
                                                        .flatMap(
                                                                known ->
                                                                        contributions.read(
                                                                                known, reader))
                                                        .isPresent())
                        .isPresent();
    }
}
