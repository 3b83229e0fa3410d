package relais.aggregates.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;

/**
 * The order of a list: that of one field, and of the ids where it is the same, so that pages
 * neither repeat nor miss an entry.
 *
 * @param field of the document, such as {@code state.setAt}
 * @param direction 1 for upwards, -1 for downwards
 */
public record ListOrder(String field, int direction) {

    /** An index for lists of those with the same value of some field, or of all if none. */
    public IndexModel index(String name, String... equal) {
        Document keys = new Document();
        for (String each : equal) {
            keys.append(each, 1);
        }
        keys.putAll(sort());
        return new IndexModel(keys, new IndexOptions().name(name));
    }

    Document sort() {
        return new Document(field, direction).append("_id", direction);
    }

    /**
     * The filter of a page.
     *
     * @param after where the page before ended; null for the first one
     */
    Document page(Document filter, @Nullable ListPosition<?> after) {
        if (after == null) {
            return filter;
        }
        String behind = direction > 0 ? "$gt" : "$lt";
        return new Document(filter)
                .append(
                        "$or",
                        List.of(
                                new Document(field, new Document(behind, after.value())),
                                new Document(field, after.value())
                                        .append("_id", new Document(behind, after.id()))));
    }
}
