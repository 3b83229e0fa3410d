package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.events.EventSchemas;
import relais.events.KafkaConnection;
import relais.events.Topics;
import relais.local.process.ChildProcess;
import relais.local.process.FreePorts;
import relais.local.process.Readiness;
import relais.local.process.Wait;

/** A broker that lets in who has a password, by TLS, with the permissions of the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTableIT {

    private static final List<String> TOPICS = List.copyOf(EventSchemas.registered().keySet());
    private static final String REPLAY = "relais.replay.r-1";

    private final List<ChildProcess> running = new ArrayList<>();
    private String bootstrap;
    private KafkaSecrets secrets;
    private String certificate;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        int port = FreePorts.take(1).getFirst();
        bootstrap = "127.0.0.1:" + port;
        secrets = KafkaSecrets.in(home);
        BrokerCertificate made = BrokerCertificate.in(home);
        certificate = made.certificate().toString();
        ChildProcess broker =
                ChildProcess.start(
                        Distribution.find()
                                .kafka(port, home.resolve("kafka"), secrets)
                                .with(Map.of("RELAIS_KAFKA_KEYSTORE", made.keystore().toString())),
                        home.resolve("kafka.log"));
        running.add(broker);
        KafkaConnection admin = connection(AccessTable.ADMIN, secrets.ofAdmin());
        Wait.untilReady(broker, Readiness.kafka("127.0.0.1", port, admin), Duration.ofSeconds(60));
        new TopicCreation(admin.settings(), 1, (short) 1).create(TOPICS);
        new AccessGrants(admin.settings()).apply(secrets.ofUsers());
    }

    @AfterAll
    void stop() {
        running.forEach(ChildProcess::kill);
    }

    @ParameterizedTest
    @CsvSource({
        "partners, relais.partners",
        "experiences, relais.experiences",
        "contributions, relais.contributions"
    })
    void aServiceWritesItsTopicAndReadsItAgain(String user, String topic) throws Exception {
        write(user, topic, "of " + user);

        assertThat(read(user, topic, null)).contains("of " + user);
    }

    @ParameterizedTest
    @CsvSource({
        "partners, relais.experiences",
        "experiences, relais.partners",
        "experiences, relais.contributions",
        "contributions, relais.partners",
        "feed, relais.partners",
        "history, relais.experiences",
        "registry, relais.experiences",
        "analyst, relais.experiences",
        "feed, relais.replay.r-9",
        "history, relais.public.activities",
        "notices, relais.public.activities",
        "notices, relais.experiences",
        "public, relais.public.cards",
        "public, relais.experiences",
        "connect, relais.experiences"
    })
    void nobodyWritesTheTopicOfAnother(String user, String topic) {
        assertThatThrownBy(() -> write(user, topic, "garbage"))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoReadsAnothersTopicStandsInTheTable() {
        assertThatThrownBy(() -> read("partners", Topics.EXPERIENCES, null))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("analyst", Topics.EXPERIENCES, null))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aReaderFromOutsideReadsThePublicStreamAndNothingElse() throws Exception {
        write("feed", Topics.PUBLIC_CARDS, "everyone's");

        assertThat(read("public", Topics.PUBLIC_CARDS, "public-town")).contains("everyone's");
        assertThatThrownBy(() -> read("public", Topics.EXPERIENCES, null))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("public", Topics.PARTNERS, null))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void nobodyComesInWithoutAPasswordOrWithAnother() {
        KafkaConnection nobody =
                new KafkaConnection(bootstrap, "SSL", null, null, null, certificate);

        assertThatThrownBy(() -> write(nobody.settings(), Topics.PARTNERS, "garbage"))
                .hasStackTraceContaining("TimeoutException");
        assertThatThrownBy(
                        () ->
                                write(
                                        connection("partners", "guessed").settings(),
                                        Topics.PARTNERS,
                                        "garbage"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "experiences, relais-experiences-partners, relais.partners",
        "contributions, relais-contributions-experiences, relais.experiences",
        "feed, relais.feed, relais.contributions",
        "feed, relais.feed.v2, relais.partners",
        "feed, relais.feed.public, relais.experiences",
        "connect, connect-log, relais.experiences"
    })
    void aReaderCommitsInAGroupOfItsOwn(String user, String group, String topic) {
        assertThat(read(user, topic, group)).isNotNull();
    }

    @Test
    void aGroupOfAnotherIsOutOfReach() {
        assertThatThrownBy(() -> read("experiences", Topics.PARTNERS, "relais.feed"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    /** What a rebuild asks: the offsets of its groups, from where one begins, and its end. */
    @Test
    void theFeedListsMovesAndDeletesItsGroups() throws Exception {
        try (Admin admin = Admin.create(settings("feed"))) {
            var begin = Map.of(new TopicPartition(Topics.PARTNERS, 0), new OffsetAndMetadata(0));
            in(admin.alterConsumerGroupOffsets("relais.feed.v7", begin).all());

            assertThat(in(admin.listGroups().all()))
                    .extracting(found -> found.groupId())
                    .contains("relais.feed.v7")
                    .allMatch(group -> group.startsWith("relais.feed"));
            assertThat(
                            in(
                                    admin.listConsumerGroupOffsets("relais.feed.v7")
                                            .partitionsToOffsetAndMetadata()))
                    .containsEntry(
                            new TopicPartition(Topics.PARTNERS, 0), new OffsetAndMetadata(0));
            in(admin.deleteConsumerGroups(Set.of("relais.feed.v7")).all());
        }
    }

    /** As a replay does: topic, transaction, places in a group of its own, and its removal. */
    @Test
    void historyCopiesIntoATopicOfItsOwnAndRemovesIt() throws Exception {
        try (Admin admin = Admin.create(settings("history"))) {
            var source = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PARTNERS);
            assertThat(in(admin.describeConfigs(List.of(source)).all())).containsKey(source);
            in(admin.createTopics(List.of(new NewTopic(REPLAY, 1, (short) 1))).all());
            in(admin.describeTopics(List.of(REPLAY)).allTopicNames());
            Map<String, Object> writing = settings("history");
            writing.put("transactional.id", REPLAY);
            Map<String, Object> placing = settings("history");
            placing.put("group.id", REPLAY);
            try (var producer =
                            new KafkaProducer<>(
                                    writing, new StringSerializer(), new StringSerializer());
                    var places =
                            new KafkaConsumer<>(
                                    placing, new StringDeserializer(), new StringDeserializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(REPLAY, "k", "told again")).get();
                producer.sendOffsetsToTransaction(
                        Map.of(new TopicPartition(Topics.PARTNERS, 0), new OffsetAndMetadata(1)),
                        places.groupMetadata());
                producer.commitTransaction();
            }
            assertThat(read("analyst", REPLAY, "analyst-notebook")).containsExactly("told again");
            in(admin.deleteConsumerGroups(Set.of(REPLAY)).all());
            in(admin.deleteTopics(Set.of(REPLAY)).all());
        }
    }

    @Test
    void historyMakesAndRemovesNoOtherTopic() throws Exception {
        try (Admin admin = Admin.create(settings("history"))) {
            assertThatThrownBy(
                            () ->
                                    in(
                                            admin.createTopics(
                                                            List.of(
                                                                    new NewTopic(
                                                                            "relais.other",
                                                                            1,
                                                                            (short) 1)))
                                                    .all()))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> in(admin.deleteTopics(Set.of(Topics.PARTNERS)).all()))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aTransactionUnderAnothersNameIsRefused() {
        Map<String, Object> writing = settings("partners");
        writing.put("transactional.id", REPLAY);
        try (var producer =
                new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(producer::initTransactions)
                    .isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"partners", "experiences", "contributions", "feed", "history", "notices"})
    void noServiceChangesPermissions(String user) throws Exception {
        try (Admin admin = Admin.create(settings(user))) {
            assertThatThrownBy(
                            () -> in(admin.createAcls(List.of(allow(user, Topics.PARTNERS))).all()))
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void whatIsNotInTheTableIsTakenAwayAndAnOperatorsOwnStays() throws Exception {
        Map<String, Object> settings = connection(AccessTable.ADMIN, secrets.ofAdmin()).settings();
        AclBinding former = allow("feed", "relais.former");
        AclBinding outsider = allow("insee", "relais.former");
        try (Admin admin = Admin.create(settings)) {
            in(admin.createAcls(List.of(former, outsider)).all());
            AccessGrants grants = new AccessGrants(settings);

            assertThat(grants.apply(Map.of())).isEqualTo(new AccessGrants.Change(0, 1, 0));
            assertThat(grants.apply(Map.of())).isEqualTo(new AccessGrants.Change(0, 0, 0));
            assertThat(in(admin.describeAcls(outsider.toFilter()).values()))
                    .containsExactly(outsider);
            in(admin.deleteAcls(List.of(outsider.toFilter())).all());
        }
    }

    private static AclBinding allow(String user, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + user, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private void write(String user, String topic, String value) throws Exception {
        write(settings(user), topic, value);
    }

    private static void write(Map<String, Object> settings, String topic, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> writing = new HashMap<>(settings);
        writing.put("enable.idempotence", true);
        writing.put("acks", "all");
        writing.put("max.block.ms", 5_000);
        try (var producer =
                new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "k", value)).get();
        }
    }

    /**
     * @param group to commit in; null for a reader without
     */
    private List<String> read(String user, String topic, @Nullable String group) {
        Map<String, Object> reading = settings(user);
        reading.put("auto.offset.reset", "earliest");
        reading.put("enable.auto.commit", false);
        if (group != null) {
            reading.put("group.id", group);
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
            if (group == null) {
                consumer.assign(List.of(partition));
            } else {
                consumer.subscribe(List.of(topic));
            }
            long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            long next = 0;
            while (next < end && System.nanoTime() < limit) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
                next = consumer.assignment().isEmpty() ? 0 : consumer.position(partition);
            }
            if (group != null) {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
            }
        }
        return values;
    }

    private Map<String, Object> settings(String user) {
        String password =
                user.equals(AccessTable.ADMIN) ? secrets.ofAdmin() : secrets.ofUsers().get(user);
        return new HashMap<>(connection(user, Objects.requireNonNull(password)).settings());
    }

    private KafkaConnection connection(String user, String password) {
        String mechanism = user.equals(AccessTable.ADMIN) ? "PLAIN" : null;
        return new KafkaConnection(bootstrap, null, mechanism, user, password, certificate);
    }

    private static <T> T in(KafkaFuture<T> asked) throws Exception {
        return asked.get(20, TimeUnit.SECONDS);
    }
}
