package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreOutageTest {

    @Test
    void knowsTheDriversOwnWordsForAServerThatIsNotThere() {
        var settings =
                MongoClientSettings.builder()
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.hosts(List.of(new ServerAddress("127.0.0.1", 1)))
                                                .serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                        .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase("x").runCommand(new Document("ping", 1));
            throw new AssertionError("There is a server on port 1");
        } catch (MongoException e) {
            assertThat(StoreOutage.isBehind(e)).isTrue();
            assertThat(StoreOutage.isBehind(new IllegalStateException(e))).isTrue();
        }
    }

    @Test
    void anyOtherFaultIsOurs() {
        assertThat(StoreOutage.isBehind(new MongoException("bad query"))).isFalse();
        assertThat(StoreOutage.isBehind(new IllegalStateException())).isFalse();
    }

    @Test
    void doesNotGoRoundInCircles() {
        var first = new IllegalStateException("a");
        var second = new IllegalStateException("b", first);
        first.initCause(second);

        assertThat(StoreOutage.isBehind(first)).isFalse();
        assertThat(new MongoTimeoutException("x")).matches(StoreOutage::isBehind);
    }
}
