package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.feed.rebuild.Models;
import relais.feed.rebuild.ModelsContract;
import relais.feed.rebuild.Pointer;
import relais.teststack.TestStack;

class MongoModelsIT extends ModelsContract {

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database = client.getDatabase("models_" + UUID.randomUUID());

    @Override
    protected Models fresh() {
        return new MongoModels(database);
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void aPointerFromBeforeThereWereSeveralModelsMeansTheFirst() {
        database.getCollection("models")
                .insertOne(new Document("_id", "current").append("cards", "cards_v1"));
        Models models = fresh();

        assertThat(models.pointer()).contains(new Pointer(1, 0, null));
        assertThat(models.all()).isEmpty();
        var switching = new Pointer.Switching(2, "token");
        assertThat(models.beginSwitch(1, switching)).isTrue();
        assertThat(models.pointer()).contains(new Pointer(1, 0, switching));
    }
}
