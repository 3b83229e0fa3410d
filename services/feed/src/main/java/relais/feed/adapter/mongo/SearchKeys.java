package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.PartnerCard;
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
                });
    }

    /** Those of the card, and of what was said with the event. */
    List<String> terms(Card card, @Nullable String note) {
        var terms = new LinkedHashSet<>(terms(card));
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
