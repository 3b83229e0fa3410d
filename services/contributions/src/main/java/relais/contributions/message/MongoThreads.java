package relais.contributions.message;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import relais.aggregates.Stored;
import relais.aggregates.mongo.MongoAggregates;

import java.util.Collection;
import java.util.Date;
import java.util.List;

/** Threads in MongoDB. */
public record MongoThreads(
        MongoAggregates<Message, MessageEvent> messages,
        MongoAggregates<AuthorKey, AuthorKey.Event> keys)
        implements Threads {

    private static final String ID = "_id";
    private static final String SUBJECT = "state.subject";
    private static final String POSTED_AT = "state.postedAt";

    /** What {@link #list} sorts by, for each subject. */
    public static final List<IndexModel> INDEXES =
            List.of(
                    new IndexModel(
                            new Document(SUBJECT, 1).append(POSTED_AT, 1).append(ID, 1),
                            new IndexOptions().name("thread")));

    @Override
    public List<Stored<Message>> list(String subject, @Nullable Position after, int limit) {
        Document filter = new Document(SUBJECT, subject);
        if (after != null) {
            Date at = Date.from(after.postedAt());
            filter.append(
                    "$or",
                    List.of(
                            new Document(POSTED_AT, new Document("$gt", at)),
                            new Document(POSTED_AT, at)
                                    .append(ID, new Document("$gt", after.id()))));
        }
        return messages.list(filter, new Document(POSTED_AT, 1).append(ID, 1), limit);
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
