package relais.feed.adapter.http;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;

/** Whom and what cards speak of by id: what names are to be found for, all at once. */
final class Mentions {

    private final Set<String> partners = new HashSet<>();
    private final Set<String> cards = new HashSet<>();
    private final Set<String> versions = new HashSet<>();

    Set<String> partners() {
        return partners;
    }

    Set<String> cards() {
        return cards;
    }

    /** Versions of cards, as {@code id:version}. */
    Set<String> versions() {
        return versions;
    }

    /**
     * Adds what a card speaks of.
     *
     * @param details whether the whole card is shown, and not only what a list shows
     */
    void add(Card card, boolean details) {
        partner(card.partner());
        switch (card) {
            case PartnerCard partner -> {}
            case BlankCard blank -> {}
            case MessageCard message -> cards.add(message.posting().subject());
            case ExperienceCard experience -> {
                if (details) {
                    add(experience);
                }
            }
            case ContributionCard contribution -> {
                if (details) {
                    add(contribution);
                }
            }
            case ObjectiveCard objective -> {
                if (details) {
                    partner(objective.aim().steward());
                }
            }
            case ActionCard action -> {
                if (details) {
                    add(action);
                }
            }
            case WorkingDayCard day -> {
                if (details) {
                    add(day);
                }
            }
        }
    }

    private void add(ExperienceCard card) {
        partner(card.origin().competentPartner());
        card.engagement().endorsements().forEach(endorsement -> partner(endorsement.partner()));
        card.engagement().adoptions().forEach(adoption -> partner(adoption.partner()));
    }

    private void add(ContributionCard card) {
        partners.addAll(card.opening().drafters());
        card(card.opening().supersedes());
        card(card.life().supersededBy());
        card.evidence().forEach(cited -> versions.add(cited.experience() + ":" + cited.version()));
        card.amendments().forEach(amendment -> partner(amendment.partner()));
        ContributionCard.Consultation consultation = card.consultation();
        if (consultation != null) {
            partners.addAll(consultation.signatories());
            consultation.positions().forEach(position -> partner(position.partner()));
        }
    }

    private void add(ActionCard card) {
        partners.addAll(card.plan().partnersInvolved());
        cards.addAll(card.plan().serves());
        cards.addAll(card.plan().experiences());
        if (card.origin() != null) {
            cards.add(card.origin().workingDay());
        }
    }

    private void add(WorkingDayCard card) {
        for (WorkingDayCard.AgendaItem item : card.agenda()) {
            partner(item.partner());
            card(item.cardId());
        }
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            partners.addAll(minutes.attending());
            minutes.decisions().forEach(decision -> card(decision.action()));
        }
    }

    private void partner(@Nullable String id) {
        if (id != null) {
            partners.add(id);
        }
    }

    private void card(@Nullable String id) {
        if (id != null) {
            cards.add(id);
        }
    }
}
