package relais.partners;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.UUID;
import org.bson.Document;
import relais.teststack.TestStack;

/** Collections that no other test has ever used. */
public final class TestDatabase {
    private static final MongoClient CLIENT = MongoClients.create(TestStack.shared().mongoUri());

    private TestDatabase() {}

    public static MongoCollection<Document> newCollection(String name) {
        return CLIENT.getDatabase("partners_test")
                .getCollection(name + "_" + UUID.randomUUID().toString().substring(0, 8));
    }
}
