package relais.aggregates.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;

/** Documents that are written once, whoever comes first. */
public final class Inserts {

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
}
