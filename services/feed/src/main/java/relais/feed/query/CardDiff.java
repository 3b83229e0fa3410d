package relais.feed.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a card, field by field. */
public final class CardDiff {

    private static final Set<String> LISTS =
            Set.of(
                    "axes",
                    "tags",
                    "partnersInvolved",
                    "links",
                    "mandates",
                    "endorsements",
                    "adoptions",
                    "drafters",
                    "sections",
                    "evidence",
                    "amendments",
                    "signatories",
                    "positions",
                    "measures",
                    "objectives",
                    "experiences",
                    "progress",
                    "agenda",
                    "attending",
                    "decisions");

    private CardDiff() {}

    /**
     * One field that differs.
     *
     * @param field the field's path, such as {@code means.euros}
     * @param from its values before: one for a text, several for a list, none if it was absent
     * @param to its values after
     * @param words how the one becomes the other: word by word for a text, value by value for a
     *     list
     */
    public record Change(
            String field, List<String> from, List<String> to, List<WordDiff.Run> words) {

        public Change {
            from = List.copyOf(from);
            to = List.copyOf(to);
            words = List.copyOf(words);
        }

        /** Whether the field holds several values. */
        public boolean isList() {
            return LISTS.contains(field);
        }

        public @Nullable String fromText() {
            return from.isEmpty() ? null : from.getFirst();
        }

        public @Nullable String toText() {
            return to.isEmpty() ? null : to.getFirst();
        }
    }

    /** The fields that differ, in the order of the page; those that are equal are left out. */
    public static List<Change> between(ShownCard from, ShownCard to) {
        var before = CardFields.of(from.card());
        var after = CardFields.of(to.card());
        var names = new LinkedHashSet<String>(after.keySet());
        names.addAll(before.keySet());
        var changes = new ArrayList<Change>();
        for (String name : names) {
            List<String> old = before.getOrDefault(name, List.of());
            List<String> now = after.getOrDefault(name, List.of());
            if (!old.equals(now)) {
                changes.add(
                        new Change(
                                name,
                                old,
                                now,
                                LISTS.contains(name)
                                        ? WordDiff.ofValues(old, now)
                                        : WordDiff.ofTexts(
                                                String.join("", old), String.join("", now))));
            }
        }
        return changes;
    }
}
