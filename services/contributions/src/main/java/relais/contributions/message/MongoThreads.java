package relais.contributions.message;

import com.mongodb.client.model.IndexModel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.mongo.ListOrder;
import relais.aggregates.mongo.MongoAggregates;

/** Threads in MongoDB. */
public record MongoThreads(
        MongoAggregates<Message, MessageEvent> messages,
        MongoAggregates<AuthorKey, AuthorKey.Event> keys)
        implements Threads {

    private static final String ID = "_id";
    private static final String SUBJECT = "state.subject";
    private static final ListOrder OLDEST_FIRST = new ListOrder("state.postedAt", 1);

    /** What {@link #list} sorts by, for each subject. */
    public static final List<IndexModel> INDEXES = List.of(OLDEST_FIRST.index("thread", SUBJECT));

    @Override
    public List<Stored<Message>> list(
            String subject, @Nullable ListPosition<Instant> after, int limit) {
        return messages.page(OLDEST_FIRST, new Document(SUBJECT, subject), after, limit);
    }

    @Override
    public List<AuthorKey> keysOf(Collection<String> mandates) {
        if (mandates.isEmpty()) {
            return List.of();
        }
        List<String> ids = mandates.stream().map(AuthorKey::aggregateOf).toList();
        return keys
                .list(new Document(ID, new Document("$in", ids)), new Document(ID, 1), ids.size())
                .stream()
                .map(Stored::state)
                .toList();
    }
}
