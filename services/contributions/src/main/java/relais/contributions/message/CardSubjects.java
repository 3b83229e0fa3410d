package relais.contributions.message;

import relais.aggregates.partner.Actor;
import relais.contributions.contribution.ContributionId;
import relais.contributions.contribution.ReadContributions;
import relais.contributions.known.Cards;
import relais.contributions.known.KnownCard;

/** Cards that everyone may read, and contributions for those who may read them earlier. */
public final class CardSubjects implements Subjects {

    private final Cards cards;
    private final ReadContributions contributions;

    public CardSubjects(Cards cards, ReadContributions contributions) {
        this.cards = cards;
        this.contributions = contributions;
    }

    @Override
    public boolean isVisible(String id, Actor reader) {
        return cards.find(id).filter(card -> isVisible(card, reader)).isPresent();
    }

    private boolean isVisible(KnownCard card, Actor reader) {
        return card.isPublic()
                || ContributionId.parse(card.id())
                        .flatMap(contribution -> contributions.read(contribution, reader))
                        .isPresent();
    }
}
