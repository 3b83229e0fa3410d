package relais.feed.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What changed between two versions of a card, field by field. */
public final class CardDiff {

    private CardDiff() {}

    /**
     * One field that differs.
     *
     * @param field the field's path, such as {@code means.euros}
     * @param from its values before: one for a text, several for a list, none if it was absent
     * @param to its values after
     * @param isList whether the field holds several values
     * @param words how the one becomes the other: word by word for a text, value by value for a
     *     list
     */
    public record Change(
            String field,
            List<String> from,
            List<String> to,
            boolean isList,
            List<WordDiff.Run> words) {

        public Change {
            from = List.copyOf(from);
            to = List.copyOf(to);
            words = List.copyOf(words);
        }
    }

    /** The fields that differ, in the order of the page; those that are equal are left out. */
    public static List<Change> between(ShownCard from, ShownCard to) {
        FieldList before = CardFields.of(from.card());
        FieldList after = CardFields.of(to.card());
        var names = new LinkedHashSet<>(after.all().keySet());
        names.addAll(before.all().keySet());
        var changes = new ArrayList<Change>();
        for (String name : names) {
            List<String> old = before.all().getOrDefault(name, List.of());
            List<String> now = after.all().getOrDefault(name, List.of());
            if (!old.equals(now)) {
                boolean isList = before.isList(name) || after.isList(name);
                List<WordDiff.Run> words =
                        isList
                                ? WordDiff.ofValues(old, now)
                                : WordDiff.ofTexts(String.join("", old), String.join("", now));
                changes.add(new Change(name, old, now, isList, words));
            }
        }
        return changes;
    }
}
