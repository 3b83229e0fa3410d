package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a card. */
public record Diff(String id, long from, long to, List<Change> changes) {

    /**
     * One field.
     *
     * @param from a text or a list of texts; absent if there was none
     * @param to a text or a list of texts; absent if there is none
     * @param words the text word by word; empty for lists
     */
    public record Change(
            String field, @Nullable Object from, @Nullable Object to, List<Words> words) {

        public List<String> before() {
            return lines(from);
        }

        /** What is there now, one line an element. */
        public List<String> after() {
            return lines(to);
        }

        private static List<String> lines(@Nullable Object value) {
            return switch (value) {
                case null -> List.of();
                case List<?> list -> list.stream().map(String::valueOf).toList();
                default -> List.of(value.toString());
            };
        }
    }

    public record Words(String op, String text) {}
}
