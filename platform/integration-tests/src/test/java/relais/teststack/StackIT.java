package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.events.Topics;

class StackIT {

    private static final TestStack STACK = TestStack.shared();

    @Test
    void kafkaHasTheTopicsAndKeepsRecordsOverAStop() throws Exception {
        String bootstrap = STACK.kafkaBootstrap();
        append(bootstrap, "before");
        long before = end(bootstrap);

        STACK.stopKafka();
        STACK.startKafka();
        append(bootstrap, "after");

        assertThat(end(bootstrap)).isEqualTo(before + 1);
    }

    @Test
    void theRegistryKnowsTheSchemasAlsoAfterAStop() throws Exception {
        String url = STACK.ownRegistryUrl();
        String before = get(url + "/subjects");
        assertThat(before).contains("relais.experiences-relais.events.experiences.Experience");

        STACK.stopRegistry();
        STACK.startRegistry();

        assertThat(get(url + "/subjects")).hasSameSizeAs(before);
    }

    @Test
    void mongoKeepsAcknowledgedDocumentsOverAStop() {
        try (MongoClient client = MongoClients.create(STACK.mongoUri())) {
            MongoCollection<Document> documents =
                    client.getDatabase("teststack").getCollection("documents");
            documents.insertOne(new Document("_id", "x"));

            STACK.stopMongo();
            STACK.startMongo();

            assertThat(documents.find(new Document("_id", "x")).first()).isNotNull();
        }
    }

    @Test
    void onlyTheIssuersOwnTokensMatchItsKeys() throws Exception {
        TestIssuer issuer = STACK.issuer();
        var key = JWKSet.parse(get(issuer.jwksUri())).getKeys().getFirst().toECKey();
        var verifier = new ECDSAVerifier(key);

        var good = SignedJWT.parse(issuer.token("s", "p-besancon", "m-besancon", "partner"));
        var forged =
                SignedJWT.parse(
                        issuer.refused("s", "p-besancon", "m-besancon", "partner").get("forged"));

        assertThat(good.verify(verifier)).isTrue();
        assertThat(forged.verify(verifier)).isFalse();
        assertThat(good.getJWTClaimsSet().getStringClaim("partner")).isEqualTo("p-besancon");
        assertThat(good.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("partner");
    }

    private static void append(String bootstrap, String value) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONTRIBUTIONS, 3, "key", value))
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static long end(String bootstrap) throws Exception {
        var partition = new TopicPartition(Topics.CONTRIBUTIONS, 3);
        try (Admin admin =
                Admin.create(
                        Map.<String, Object>of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(60, TimeUnit.SECONDS)
                    .offset();
        }
    }

    private static String get(String uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(uri)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }
}
