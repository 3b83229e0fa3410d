package relais.feed.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Documents that are written once, whoever comes first: they are the same from everybody. */
final class Insertions {

    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);

    private Insertions() {}

    /** Writes those that are not there yet, by one command. */
    static void ifAbsent(MongoCollection<Document> into, List<RawBsonDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            into.withDocumentClass(RawBsonDocument.class).insertMany(documents, IN_ANY_ORDER);
        } catch (MongoBulkWriteException failure) {
            boolean thereAlready =
                    failure.getWriteConcernError() == null
                            && failure.getWriteErrors().stream()
                                    .allMatch(
                                            error ->
                                                    error.getCategory()
                                                            == ErrorCategory.DUPLICATE_KEY);
            if (!thereAlready) {
                throw failure;
            }
        }
    }
}
