package relais.feed.query;

import java.util.List;
import java.util.Set;

/**
 * What the words of a search stand for in what is stored: names of partners and territories are not
 * repeated in every card that they concern, so that a new name finds the old cards too.
 */
public interface Vocabulary {

    /** The word as it was typed, with the partners and the territories that are called so. */
    SearchWord word(String term);

    /**
     * The word and those that begin so or differ by a letter or two: for a question that found
     * nothing as it was typed.
     */
    SearchWord similar(SearchWord word);

    /** This tag however it is written, as it is in cards. */
    Set<String> tags(String tag);

    /** A question that found nothing, with similar words beside its own. */
    default Filter widened(Filter filter) {
        return filter.inWords(filter.words().stream().map(this::similar).toList());
    }

    /** One word of each of these. */
    default List<SearchWord> words(Set<String> terms) {
        return terms.stream().map(this::word).toList();
    }
}
