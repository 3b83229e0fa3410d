package relais.feed.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One field that is not as it must be.
 *
 * @param where such as {@code cards_v1 x-00042:3}
 * @param field its path, such as {@code content.means.euros}; empty for the whole
 */
record Difference(String where, String field, @Nullable Object expected, @Nullable Object actual) {

    private static final int LONGEST = 300;

    /** Field by field, down to the first that differ. */
    static List<Difference> between(String where, Object expected, Object actual) {
        var differences = new ArrayList<Difference>();
        compare(where, "", expected, actual, differences);
        return differences;
    }

    private static void compare(
            String where,
            String field,
            @Nullable Object expected,
            @Nullable Object actual,
            List<Difference> differences) {
        if (Objects.equals(expected, actual)) {
            return;
        }
        if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
            var names = new TreeSet<String>();
            left.keySet().forEach(name -> names.add(String.valueOf(name)));
            right.keySet().forEach(name -> names.add(String.valueOf(name)));
            String prefix = field.isEmpty() ? "" : field + ".";
            names.forEach(
                    name ->
                            compare(
                                    where,
                                    prefix + name,
                                    left.get(name),
                                    right.get(name),
                                    differences));
        } else if (expected instanceof List<?> left
                && actual instanceof List<?> right
                && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(where, field + "[" + i + "]", left.get(i), right.get(i), differences);
            }
        } else {
            differences.add(new Difference(where, field, expected, actual));
        }
    }

    @Override
    public String toString() {
        return "%s %s: expected %s, found %s"
                .formatted(where, field, shortened(expected), shortened(actual));
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
