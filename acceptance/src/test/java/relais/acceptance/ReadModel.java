package relais.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** The documents of a read model as they are stored, for comparing two of them one by one. */
final class ReadModel implements AutoCloseable {

    private final MongoClient client;
    private final String database;

    ReadModel(Stack stack, String database) {
        Stack.assumeInside("The store of the read model");
        this.client = MongoClients.create(stack.local().mongoUri());
        this.database = database;
    }

    long count(String model, String prefix) {
        return collection(model).countDocuments(startsWith(prefix));
    }

    /** Versions that nothing has replaced. */
    long current(String prefix) {
        return collection("cards").countDocuments(startsWith(prefix).append("validTo", null));
    }

    private static Document startsWith(String prefix) {
        return new Document("_id", new Document("$regex", "^" + prefix));
    }

    private MongoCollection<Document> collection(String model) {
        return client.getDatabase(database).getCollection(model + "_v1");
    }

    Map<String, String> documents(String model, String prefix) {
        Map<String, String> documents = new TreeMap<>();
        for (Document document : collection(model).find(startsWith(prefix))) {
            documents.put(document.getString("_id"), document.toJson());
        }
        return documents;
    }

    @Override
    public void close() {
        client.close();
    }
}
