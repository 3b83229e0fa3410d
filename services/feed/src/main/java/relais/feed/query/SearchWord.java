package relais.feed.query;

import java.util.Collection;
import java.util.Set;

/**
 * One word of a search. It is found where one of its terms is in the text, or where one of the
 * partners or territories called so is concerned.
 *
 * @param terms as {@link FrenchTerms} makes them
 * @param partners ids
 * @param territories as {@code scheme:code}
 */
public record SearchWord(Set<String> terms, Set<String> partners, Set<String> territories) {

    public SearchWord {
        terms = Set.copyOf(terms);
        partners = Set.copyOf(partners);
        territories = Set.copyOf(territories);
    }

    /** A word that no partner and no territory is called by. */
    public static SearchWord of(String term) {
        return new SearchWord(Set.of(term), Set.of(), Set.of());
    }

    /** Whether nothing else than this term in a text is meant. */
    public boolean isOnlyText() {
        return terms.size() == 1 && partners.isEmpty() && territories.isEmpty();
    }

    boolean isIn(Collection<String> text, Collection<String> by, Collection<String> reach) {
        return terms.stream().anyMatch(text::contains)
                || partners.stream().anyMatch(by::contains)
                || territories.stream().anyMatch(reach::contains);
    }
}
