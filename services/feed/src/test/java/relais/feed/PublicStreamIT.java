package relais.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.events.contributions.Axis;
import relais.events.contributions.EvidenceCited;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.FieldComment;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;

/** What a reader from outside meets in the two topics of the public stream, and what never. */
class PublicStreamIT extends RunningFeed {

    private static final Instant AT = Instant.parse("2022-05-01T10:00:00Z");
    private static final String TOWN = "commune:38185";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Kept in the order in which they were read, each once: other feeds of this process repeat. */
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private final EventDeserializer deserializer =
            new EventDeserializer(new ConfluentSchemaRegistry(STACK.registryUrl()));
    private final String secret = "secret" + UUID.randomUUID().toString().substring(0, 8);
    private final String id = fresh("x-");
    private KafkaConsumer<String, byte[]> consumer;

    @BeforeEach
    void subscribe() {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", STACK.kafkaBootstrap()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                List.of(Topics.PUBLIC_ACTIVITIES, Topics.PUBLIC_CARDS).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void aPublishedCardIsThereWithWhatAListShowsAndItsActivitiesWithoutAWord() {
        log.send(
                EventLog.submitted(id, "p-x", secret, TOWN, "étiquette" + secret, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)),
                EventLog.experience(
                        id,
                        3,
                        TOWN,
                        AT.plusSeconds(2),
                        ExperienceAdopted.newBuilder()
                                .setExperienceId(id)
                                .setAdoptionId("a-1")
                                .setPartnerId("p-y")
                                .setTerritory("commune:25056")
                                .setAdoptedOn(LocalDate.parse("2022-05-01"))
                                .setPlan("Plan " + secret)
                                .build()),
                EventLog.experience(
                        id,
                        4,
                        TOWN,
                        AT.plusSeconds(3),
                        AdoptionReported.newBuilder()
                                .setExperienceId(id)
                                .setAdoptionId("a-1")
                                .setReportedOn(LocalDate.parse("2022-05-02"))
                                .setResults(new Results(ResultKind.MEASURED, "Fait " + secret))
                                .build()));

        awaitActivity(id + ":4");

        assertThat(activities(id))
                .extracting(PublicActivity::getId, PublicActivity::getType)
                .containsExactly(
                        tuple(id + ":2", "ExperiencePublished"),
                        tuple(id + ":3", "ExperienceAdopted"),
                        tuple(id + ":4", "AdoptionReported"));
        PublicActivity adopted = activities(id).get(1);
        assertThat(adopted.getBy()).isEqualTo("p-y");
        assertThat(adopted.getTerritories())
                .contains(TOWN, "departement:38", "commune:25056", "departement:25", "pays:FR");
        assertThat(adopted.getLevels()).containsExactly("ECOLE");
        assertThat(texts(Topics.PUBLIC_ACTIVITIES)).doesNotContain(secret);
        PublicCard card = requireNonNull(lastCard(id));
        assertThat(card.getTitle()).isEqualTo(secret);
        assertThat(card.getVersion()).isEqualTo(4);
        assertThat(card.getTags()).containsExactly("étiquette" + secret);
        assertThat(card.getEuros()).isEqualByComparingTo("18000");
        assertThat(card.getAdoptions()).isEqualTo(1);
        assertThat(card.getPath()).isEqualTo("/cards/" + id);
        assertThat(card.getTerritories()).contains(TOWN, "departement:38", "pays:FR");
    }

    /** In one partition, so that what comes last shows that what comes before has been passed. */
    @Test
    void whatWasNeverPublicIsNowhere() {
        String returned = fresh("x-");
        String takenBack = fresh("x-");
        String last = fresh("x-");
        log.send(
                EventLog.submitted(id, "p-x", "Soumis " + secret, TOWN, secret, AT),
                EventLog.submitted(returned, "p-x", "Rendu " + secret, TOWN, secret, AT),
                EventLog.experience(
                        returned,
                        2,
                        TOWN,
                        AT.plusSeconds(1),
                        ExperienceReturned.newBuilder()
                                .setExperienceId(returned)
                                .setReason("Motif " + secret)
                                .setComments(List.of(new FieldComment("title", secret)))
                                .build()),
                EventLog.submitted(takenBack, "p-x", "Repris " + secret, TOWN, secret, AT),
                EventLog.takenBack(takenBack, 2, TOWN, AT.plusSeconds(1)),
                EventLog.submitted(last, "p-x", "Visible", TOWN, "t", AT),
                EventLog.published(last, 2, TOWN, AT.plusSeconds(1)));

        awaitActivity(last + ":2");

        assertThat(all()).doesNotContain(secret, id, returned, takenBack);
    }

    @Test
    void draftsOfTheCommitteeAndTheSubjectsOfMessagesThatFewMayKnowAreNowhere() {
        String draft = fresh("c-");
        String message = fresh("msg-");
        String objective = fresh("o-");
        log.send(EventLog.submitted(id, "p-x", "Soumis " + secret, TOWN, secret, AT));
        log.send(
                CommitteeLog.opened(draft, "Brouillon " + secret, Axis.USES, AT),
                CommitteeLog.drafted(draft, 2, "Ébauche " + secret, secret, Axis.USES, AT),
                EventLog.committee(
                        draft,
                        3,
                        AT,
                        EvidenceCited.newBuilder()
                                .setContributionId(draft)
                                .setExperienceId(id)
                                .setExperienceVersion(1)
                                .setNote("Note " + secret)
                                .build()),
                CommitteeLog.posted(message, id, secret.getBytes(UTF_8), AT),
                CommitteeLog.redacted(message, 2, AT),
                CommitteeLog.erased(fresh("m-"), AT),
                CommitteeLog.set(objective, "Objectif", Axis.USES, AT));

        awaitActivity(objective + ":1");

        assertThat(all()).doesNotContain(secret, id, draft);
        // That somebody wrote is public; about what is not public, it does not say.
        assertThat(activities(message))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getSubject()).isNull());
        assertThat(lastCard(message)).isNull();
    }

    @Test
    void aModeratedOrWithdrawnCardLeavesATombstoneAndNoWordInItsActivities() {
        String withdrawn = fresh("x-");
        log.send(
                EventLog.submitted(id, "p-x", "Modéré " + secret, TOWN, secret, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)),
                EventLog.submitted(withdrawn, "p-x", "Retiré " + secret, TOWN, secret, AT),
                EventLog.published(withdrawn, 2, TOWN, AT.plusSeconds(1)));
        awaitActivity(withdrawn + ":2");
        assertThat(lastCard(id)).isNotNull();

        log.send(
                EventLog.moderated(id, 3, TOWN, AT.plusSeconds(2)),
                EventLog.withdrawn(withdrawn, 3, TOWN, AT.plusSeconds(2)));
        awaitActivity(withdrawn + ":3");

        assertThat(lastCard(id)).isNull();
        assertThat(lastCard(withdrawn)).isNull();
        assertThat(texts(Topics.PUBLIC_ACTIVITIES))
                .contains("ExperienceModerated", "ExperienceWithdrawn")
                .doesNotContain(secret, "publicitaire", "terminée");
    }

    @Test
    void whoActedAndTheRequestThatLedToItAreNotTold() {
        log.send(
                EventLog.submitted(id, "p-x", "Visible", TOWN, "t", AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));

        awaitActivity(id + ":2");

        assertThat(records)
                .isNotEmpty()
                .allSatisfy(
                        record -> {
                            assertThat(record.headers().lastHeader("ce_actor")).isNull();
                            assertThat(record.headers().lastHeader("ce_correlationid")).isNull();
                            assertThat(record.headers().lastHeader("ce_id")).isNotNull();
                        });
    }

    /** The model has an event aside: what follows it of its card comes once it is redriven. */
    @Test
    void whatTheModelHasSetAsideIsPublishedInOrderOnceItIsSkipped() {
        String other = fresh("x-");
        log.send(EventLog.submitted(id, "p-x", "Visible", TOWN, "t", AT));
        log.send(EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));
        awaitActivity(id + ":2");
        log.send(EventLog.revised(id, 3, "Deux", TOWN, "t", AT.plusSeconds(2)), new byte[] {9, 9});
        log.send(
                EventLog.revised(id, 4, "Trois", TOWN, "t", AT.plusSeconds(3)),
                EventLog.submitted(other, "p-x", "Autre", TOWN, "t", AT),
                EventLog.published(other, 2, TOWN, AT.plusSeconds(1)));
        awaitActivity(other + ":2");
        assertThat(activities(id)).hasSize(1);

        skip(id, 3);
        awaitActivity(id + ":4");

        assertThat(activities(id))
                .extracting(PublicActivity::getId)
                .containsExactly(id + ":2", id + ":4");
        assertThat(requireNonNull(lastCard(id)).getTitle()).isEqualTo("Trois");
    }

    private void skip(String card, long sequence) {
        var request =
                HttpRequest.newBuilder(uri("/parked/" + card + "/skip"))
                        .header("Authorization", "Bearer " + operator())
                        .header("Content-Type", "application/json")
                        .timeout(LIMIT)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"sequence\": %d, \"reason\": \"illisible\"}"
                                                .formatted(sequence)))
                        .build();
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private void awaitActivity(String eventId) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            consumer.poll(Duration.ofMillis(100)).forEach(this::keep);
                            return records.stream()
                                    .anyMatch(
                                            record ->
                                                    record.topic().equals(Topics.PUBLIC_ACTIVITIES)
                                                            && eventId(record).equals(eventId));
                        });
        consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        boolean isRepeated =
                records.stream()
                        .anyMatch(
                                each ->
                                        each.topic().equals(record.topic())
                                                && eventId(each).equals(eventId(record)));
        if (!isRepeated) {
            records.add(record);
        }
    }

    private static String eventId(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }

    private List<PublicActivity> activities(String card) {
        return records.stream()
                .filter(record -> record.topic().equals(Topics.PUBLIC_ACTIVITIES))
                .filter(record -> record.key().equals(card))
                .map(record -> (PublicActivity) deserializer.deserialize(record.value()))
                .toList();
    }

    private @Nullable PublicCard lastCard(String card) {
        return records.stream()
                .filter(record -> record.topic().equals(Topics.PUBLIC_CARDS))
                .filter(record -> record.key().equals(card))
                .reduce((_, later) -> later)
                .filter(record -> record.value() != null)
                .map(record -> (PublicCard) deserializer.deserialize(record.value()))
                .orElse(null);
    }

    private String all() {
        return texts(Topics.PUBLIC_ACTIVITIES) + texts(Topics.PUBLIC_CARDS);
    }

    /** Whatever a reader of the topic gets: keys, headers and values. */
    private String texts(String topic) {
        StringBuilder all = new StringBuilder();
        records.stream()
                .filter(record -> record.topic().equals(topic))
                .forEach(
                        record -> {
                            all.append(record.key());
                            record.headers()
                                    .forEach(
                                            header ->
                                                    all.append(new String(header.value(), UTF_8)));
                            if (record.value() != null) {
                                all.append(new String(record.value(), UTF_8));
                            }
                        });
        return all.toString();
    }
}
