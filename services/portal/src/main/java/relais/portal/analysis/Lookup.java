package relais.portal.analysis;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.Question;
import relais.portal.page.Words;

/**
 * Territories and partners by what people call them: services want codes, and nobody knows those by
 * heart.
 */
@Component
public final class Lookup {

    private static final Pattern TERRITORY = Pattern.compile("[a-z]+:[A-Za-z0-9]+");
    private static final Pattern PARTNER = Pattern.compile("p-[a-z0-9-]+");
    private static final String FEW = "10";
    private static final int LONGEST = 100;

    private final PartnersApi partners;
    private final FeedApi feed;
    private final Calls calls;
    private final Words words;

    Lookup(PartnersApi partners, FeedApi feed, Calls calls, Words words) {
        this.partners = partners;
        this.feed = feed;
        this.calls = calls;
        this.words = words;
    }

    /**
     * A question whose names have been looked up.
     *
     * @param question with codes in the place of the names that are sure
     * @param unsure name of the field that could not be made sure; empty if there is none
     * @param suggestions for that field; empty if nothing is called so
     */
    public record Found(Question question, String unsure, List<Suggestion> suggestions) {

        public Found {
            suggestions = List.copyOf(suggestions);
        }

        public boolean isSure() {
            return unsure.isEmpty();
        }
    }

    /**
     * Puts codes in the place of names.
     *
     * @param path of the page that asks
     */
    Found resolve(Question question, String path) {
        String territory = question.text("territory");
        if (!territory.isEmpty() && !TERRITORY.matcher(territory).matches()) {
            Found found = settle(question, "territory", path, territories(territory));
            if (!found.isSure()) {
                return found;
            }
            return resolve(found.question(), path);
        }
        String partner = question.text("partner");
        if (!partner.isEmpty() && !PARTNER.matcher(partner).matches()) {
            return settle(question, "partner", path, partners(partner));
        }
        return new Found(question, "", List.of());
    }

    /** Territories whose name begins so, the most populated first. */
    List<Suggestion> territories(String typed) {
        var asked = new LinkedMultiValueMap<String, String>();
        asked.add("q", shortened(typed));
        asked.add("limit", FEW);
        return calls.ask(Service.PARTNERS, () -> partners.territories(asked))
                .content()
                .map(listing -> listing.items().stream().map(this::suggestion).toList())
                .orElse(List.of());
    }

    /** Partners with these words in their name. */
    List<Suggestion> partners(String typed) {
        var asked = new LinkedMultiValueMap<String, String>();
        asked.add("kind", "PARTNER");
        asked.add("q", shortened(typed));
        asked.add("limit", FEW);
        return calls.ask(Service.FEED, () -> feed.cards(asked))
                .content()
                .map(listing -> listing.items().stream().map(Lookup::suggestion).toList())
                .orElse(List.of());
    }

    private static Found settle(
            Question question, String name, String path, List<Suggestion> suggestions) {
        List<Suggestion> same =
                suggestions.stream()
                        .filter(each -> isCalled(question.text(name), each.label()))
                        .toList();
        List<Suggestion> candidates = same.size() == 1 ? same : suggestions;
        if (candidates.size() == 1) {
            return new Found(question.with(name, candidates.getFirst().value()), "", List.of());
        }
        var linked = new ArrayList<Suggestion>();
        for (Suggestion each : candidates) {
            linked.add(
                    new Suggestion(
                            each.value(),
                            each.label(),
                            question.with(name, each.value()).link(path)));
        }
        return new Found(question, name, linked);
    }

    /** Whatever the case and the accents; the label says what it is behind a comma. */
    private static boolean isCalled(String typed, String label) {
        Collator collator = Collator.getInstance(Locale.FRENCH);
        collator.setStrength(Collator.PRIMARY);
        int comma = label.lastIndexOf(',');
        return collator.equals(typed, comma < 0 ? label : label.substring(0, comma));
    }

    private Suggestion suggestion(TerritoryEntry territory) {
        return new Suggestion(
                territory.id(),
                territory.name() + ", " + words.code("scheme", territory.scheme()),
                "");
    }

    private static Suggestion suggestion(Card card) {
        String title = card.title();
        return new Suggestion(card.id(), title == null ? card.id() : title, "");
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }
}
