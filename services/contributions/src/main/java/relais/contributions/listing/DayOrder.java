package relais.contributions.listing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.outbox.AggregateCollection;

/**
 * Lists in the order of a day, and of the ids on the same day: pages neither repeat nor miss an
 * entry.
 *
 * @param field that holds the day, as text
 */
public record DayOrder(String field) {

    private static final long QUERY_LIMIT_SECONDS = 5;

    /** An index for lists of those with the same value of some field, or of all if none. */
    public IndexModel index(String name, String... equal) {
        Document keys = new Document();
        for (String each : equal) {
            keys.append(each, 1);
        }
        return new IndexModel(
                keys.append(field, 1).append("_id", 1), new IndexOptions().name(name));
    }

    /**
     * One page.
     *
     * @param after where the page before ended; null for the first one
     * @param projection of what is read; the rest may be long
     */
    public <T> List<T> page(
            MongoCollection<Document> collection,
            Document filter,
            @Nullable DayCursor after,
            Document projection,
            int limit,
            Function<Document, T> read) {
        if (after != null) {
            String day = after.day().toString();
            filter.append(
                    "$or",
                    List.of(
                            new Document(field, new Document("$gt", day)),
                            new Document(field, day)
                                    .append("_id", new Document("$gt", after.id()))));
        }
        return collection
                .find(AggregateCollection.whole(filter))
                .projection(projection)
                .sort(new Document(field, 1).append("_id", 1))
                .maxTime(QUERY_LIMIT_SECONDS, TimeUnit.SECONDS)
                .limit(limit)
                .map(read::apply)
                .into(new ArrayList<>());
    }
}
