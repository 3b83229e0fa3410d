package relais.feed.oracle;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a card must be at one version.
 *
 * @param from from when it is the answer to "as of"
 * @param fields everything of it
 */
record Version(String aggregate, long number, Instant from, Map<String, Object> fields) {

    String id() {
        return aggregate + ":" + number;
    }

    Version with(@Nullable Object... namesAndValues) {
        return new Version(aggregate, number, from, Fields.with(fields, namesAndValues));
    }

    @Nullable String text(String field) {
        return (String) fields.get(field);
    }
}
