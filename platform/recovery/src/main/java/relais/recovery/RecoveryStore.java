package relais.recovery;

import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.recovery.RecoveryStatus.State;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the recovery of this store stands, in the store itself: all instances of the service see
 * it, and a restart does not forget it. One document, {@code {_id: "recovery", token, state, …}};
 * whoever has its token writes it.
 */
final class RecoveryStore {

    private static final String NAME = "recovery";
    private static final String TOKEN = "token";
    private static final Document ONE = new Document("_id", NAME);
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final MongoCollection<Document> collection;

    RecoveryStore(MongoDatabase database) {
        this.collection = database.getCollection(NAME).withWriteConcern(WriteConcern.MAJORITY);
    }

    /**
     * @param token of whoever wrote it last; empty if nobody did
     */
    record Entry(String token, RecoveryStatus status) {}

    Entry read() {
        Document found = collection.find(ONE).first();
        return found == null
                ? new Entry("", RecoveryStatus.NONE)
                : new Entry(requireNonNull(found.getString(TOKEN)), status(found));
    }

    /**
     * Writes it, if nobody did since it was read.
     *
     * @param token from now on
     */
    boolean replace(Entry read, String token, RecoveryStatus status) {
        Document document = document(token, status);
        if (read.token().isEmpty()) {
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException failure) {
                if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw failure;
                }
                return false;
            }
        }
        Document unchanged = new Document(ONE).append(TOKEN, read.token());
        return collection.replaceOne(unchanged, document).getMatchedCount() == 1;
    }

    private Document document(String token, RecoveryStatus status) {
        return new Document(ONE)
                .append(TOKEN, token)
                .append("state", status.state().name())
                .append("because", status.because())
                .append("by", status.by())
                .append("startedAt", date(status.startedAt()))
                .append("seenAt", date(status.seenAt()))
                .append("endedAt", date(status.endedAt()))
                .append("report", new Document(json.convertValue(status.report(), MAP)));
    }

    private RecoveryStatus status(Document found) {
        return new RecoveryStatus(
                State.valueOf(found.getString("state")),
                found.getString("because"),
                found.getString("by"),
                instant(found, "startedAt"),
                instant(found, "seenAt"),
                instant(found, "endedAt"),
                json.convertValue(found.get("report", Document.class), RecoveryReport.class));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document found, String field) {
        Date date = found.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
