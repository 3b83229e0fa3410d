package relais.consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;

/** Documents that are written once, whoever comes first. */
public final class Inserts {

    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);

    private Inserts() {}

    /** False: one with its id is there already, and nothing was written. */
    public static <T> boolean ifAbsent(MongoCollection<T> collection, T document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Writes those that are not there yet, by one command, in any order. */
    public static <T> void allIfAbsent(MongoCollection<T> collection, List<? extends T> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, IN_ANY_ORDER);
        } catch (MongoBulkWriteException failure) {
            if (!areThere(failure)) {
                throw failure;
            }
        }
    }

    /** Whether all that was refused of an unordered write is there already, from somebody else. */
    static boolean areThere(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
