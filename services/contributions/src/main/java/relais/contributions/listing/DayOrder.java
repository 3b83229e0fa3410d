package relais.contributions.listing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
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

    /** Keeps, of what a filter keeps, what comes after an entry. */
    public Document after(Document filter, LocalDate day, String id) {
        return filter.append(
                "$or",
                List.of(
                        new Document(field, new Document("$gt", day.toString())),
                        new Document(field, day.toString())
                                .append("_id", new Document("$gt", id))));
    }

    /**
     * One page.
     *
     * @param projection of what is read; the rest may be long
     */
    public <T> List<T> page(
            MongoCollection<Document> collection,
            Document filter,
            Document projection,
            int limit,
            Function<Document, T> read) {
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
