package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.FrenchTerms;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** What a card is found by: the territories it belongs to and the words of its text. */
final class SearchKeys {

    private final Territories territories;

    SearchKeys(Territories territories) {
        this.territories = territories;
    }

    /** Every territory, of any vintage, in whose feed something of these belongs. */
    List<String> reach(Collection<String> ids) {
        var reach = new LinkedHashSet<String>();
        for (String id : ids) {
            // A territory that this build's reference does not know is at least in its own feed.
            reach.add(id);
            TerritoryId.read(id).ifPresent(known -> reach.addAll(territories.reach(known)));
        }
        return reach.stream().sorted().toList();
    }

    List<String> terms(Card card) {
        return List.copyOf(
                switch (card) {
                    case BlankCard blank -> Set.<String>of();
                    case PartnerCard partner -> FrenchTerms.of(texts(partner));
                    case ExperienceCard experience -> FrenchTerms.of(texts(experience));
                    case ContributionCard contribution -> FrenchTerms.of(texts(contribution, true));
                    case ObjectiveCard objective -> FrenchTerms.of(texts(objective));
                    case ActionCard action -> FrenchTerms.of(texts(action));
                    case WorkingDayCard day -> FrenchTerms.of(texts(day));
                    case MessageCard message -> Set.<String>of();
                });
    }

    /**
     * Those of the card, and of what was said with the event. A contribution's text is long and
     * mostly the same from one entry to the next: only the entry that changed it is found by it.
     */
    List<String> terms(Card card, @Nullable String note) {
        var terms =
                new LinkedHashSet<>(
                        card instanceof ContributionCard contribution
                                ? FrenchTerms.of(
                                        texts(
                                                contribution,
                                                contribution.text().textVersion()
                                                        == card.version()))
                                : terms(card));
        if (note != null) {
            terms.addAll(FrenchTerms.of(note));
        }
        return List.copyOf(terms);
    }

    private List<String> texts(PartnerCard card) {
        var texts = new ArrayList<String>();
        texts.add(card.profile().name());
        add(texts, card.profile().represents());
        add(texts, nameOf(card.territory()));
        return texts;
    }

    private List<String> texts(ExperienceCard card) {
        Content content = card.content();
        var texts = new ArrayList<String>();
        texts.add(content.title());
        texts.add(content.preview());
        texts.addAll(content.tags());
        texts.add(content.problem());
        texts.add(content.action());
        add(texts, content.audience());
        texts.addAll(content.partnersInvolved());
        if (content.means() != null) {
            add(texts, content.means().note());
        }
        if (content.results() != null) {
            texts.add(content.results().text());
        }
        add(texts, content.difficulties());
        add(texts, content.transfer());
        content.links().forEach(link -> texts.add(link.label()));
        add(texts, nameOf(content.territory()));
        return texts;
    }

    private static List<String> texts(ContributionCard card, boolean sections) {
        var texts = new ArrayList<String>();
        texts.add(card.text().title());
        add(texts, card.text().summary());
        if (sections) {
            for (ContributionCard.Section section : card.text().sections()) {
                texts.add(section.heading());
                texts.add(section.body());
            }
        }
        return texts;
    }

    private static List<String> texts(ObjectiveCard card) {
        var texts = new ArrayList<String>();
        texts.add(card.aim().title());
        texts.add(card.aim().indicator());
        add(texts, card.aim().note());
        return texts;
    }

    private List<String> texts(ActionCard card) {
        var texts = new ArrayList<String>();
        texts.add(card.plan().title());
        add(texts, card.plan().description());
        add(texts, nameOf(card.territory()));
        return texts;
    }

    private List<String> texts(WorkingDayCard card) {
        var texts = new ArrayList<String>();
        texts.add(card.meeting().theme());
        texts.add(card.meeting().place());
        add(texts, card.meeting().description());
        add(texts, nameOf(card.territory()));
        card.agenda().forEach(item -> texts.add(item.label()));
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            texts.add(minutes.text());
            minutes.decisions().forEach(decision -> texts.add(decision.text()));
        }
        return texts;
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    private @Nullable String nameOf(String id) {
        return TerritoryId.read(id)
                .flatMap(territories::find)
                .map(territory -> territory.name())
                .orElse(null);
    }
}
