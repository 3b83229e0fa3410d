package relais.portal.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table of experiences came to, or would come to. */
public record ImportReport(List<Row> rows, Map<String, Long> counts) {

    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** One row; title is absent if nobody has one, version if it was refused. */
    public record Row(
            long line,
            @Nullable String externalId,
            @Nullable String title,
            String outcome,
            @Nullable String id,
            @Nullable Long version,
            List<Violation> violations) {}

    public record Violation(String field, @Nullable String message) {

        /** The column of the cell, as in {@code links} for {@code links[2].url}. */
        public String column() {
            return field.replaceFirst("[\\[.].*", "");
        }

        /** Words for it, or the column if the service has none. */
        public String words() {
            return message == null ? field : message;
        }
    }
}
