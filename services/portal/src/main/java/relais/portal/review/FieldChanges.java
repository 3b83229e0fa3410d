package relais.portal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.Diff;
import relais.portal.api.ExperienceContent;
import relais.portal.page.WordDiff;
import relais.portal.page.Words;

/**
 * What became of a card that is not published yet, field by field, in the words of the reader; of
 * published ones the feed says it.
 */
final class FieldChanges {

    private FieldChanges() {}

    static List<Diff.Change> between(Card before, Card after, Words words) {
        List<FieldShown> then = FieldShown.of(before, words);
        List<FieldShown> now = FieldShown.of(after, words);
        var changes = new ArrayList<Diff.Change>();
        for (int i = 0; i < now.size(); i++) {
            add(now.get(i).name(), then.get(i).value(), now.get(i).value(), changes);
        }
        add("results.kind", kind(before, words), kind(after, words), changes);
        return List.copyOf(changes);
    }

    private static void add(
            String field, @Nullable String from, @Nullable String to, List<Diff.Change> changes) {
        String before = Objects.requireNonNullElse(from, "");
        String after = Objects.requireNonNullElse(to, "");
        if (!before.equals(after)) {
            changes.add(new Diff.Change(field, from, to, WordDiff.between(before, after)));
        }
    }

    /** No comment is written beside it, so it is none of the {@link FieldShown}. */
    private static @Nullable String kind(Card card, Words words) {
        Card.Experience experience = card.experience();
        ExperienceContent.Results results =
                experience == null ? null : experience.content().results();
        return results == null || results.kind() == null
                ? null
                : words.code("field.results", results.kind().toLowerCase(Locale.ROOT));
    }
}
