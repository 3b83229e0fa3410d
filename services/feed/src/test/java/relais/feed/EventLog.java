package relais.feed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.Level;
import relais.events.experiences.Means;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerRenamed;
import relais.teststack.TestStack;

/** Writes events to the log as the command services do. */
final class EventLog {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, EventSerializer> serializers;

    EventLog(TestStack stack) {
        this(stack.kafkaBootstrap(), stack.registryUrl());
    }

    /** The log of another Kafka. */
    EventLog(String bootstrap, String registryUrl) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "acks",
                                "all",
                                "enable.idempotence",
                                true),
                        new StringSerializer(),
                        new ByteArraySerializer());
        var registry = new ConfluentSchemaRegistry(registryUrl);
        serializers =
                Map.of(
                        Topics.PARTNERS,
                        new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners()),
                        Topics.EXPERIENCES,
                        new EventSerializer(
                                registry, Topics.EXPERIENCES, EventSchemas.experiences()),
                        Topics.CONTRIBUTIONS,
                        new EventSerializer(
                                registry, Topics.CONTRIBUTIONS, EventSchemas.contributions()));
        serializers.values().forEach(EventSerializer::resolve);
    }

    /** One event and where it goes. */
    record Fact(
            String topic,
            String aggregateId,
            long sequence,
            Instant at,
            String territory,
            SpecificRecord event) {}

    void send(Fact... facts) {
        for (Fact fact : facts) {
            byte[] value =
                    Objects.requireNonNull(serializers.get(fact.topic())).serialize(fact.event());
            send(fact, value);
        }
        producer.flush();
    }

    void send(Fact fact, byte[] value) {
        var metadata =
                new EventMetadata(
                        fact.aggregateId(),
                        fact.sequence(),
                        fact.event().getSchema().getFullName(),
                        "/test",
                        fact.at(),
                        fact.territory(),
                        null,
                        "m-test",
                        "correlation-" + fact.aggregateId(),
                        null,
                        false);
        var record = new ProducerRecord<String, byte[]>(fact.topic(), fact.territory(), value);
        metadata.toHeaders()
                .forEach(
                        (name, text) ->
                                record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the committee does, at home in France. */
    static Fact committee(String id, long sequence, Instant at, SpecificRecord event) {
        return new Fact(Topics.CONTRIBUTIONS, id, sequence, at, "pays:FR", event);
    }

    static Fact committee(
            String id, long sequence, String territory, Instant at, SpecificRecord event) {
        return new Fact(Topics.CONTRIBUTIONS, id, sequence, at, territory, event);
    }

    static Fact registered(String id, String name, String territory, Instant at) {
        return new Fact(
                Topics.PARTNERS,
                id,
                1,
                at,
                territory,
                PartnerRegistered.newBuilder()
                        .setPartnerId(id)
                        .setName(name)
                        .setKind(PartnerKind.COMMUNE)
                        .setTerritory(territory)
                        .build());
    }

    static Fact signed(String id, long sequence, String territory, Instant at) {
        return new Fact(
                Topics.PARTNERS,
                id,
                sequence,
                at,
                territory,
                CharterSigned.newBuilder()
                        .setPartnerId(id)
                        .setSignedOn(LocalDate.parse("2015-10-01"))
                        .build());
    }

    static Fact joined(String id, long sequence, String territory, Instant at) {
        return new Fact(
                Topics.PARTNERS,
                id,
                sequence,
                at,
                territory,
                CommitteeJoined.newBuilder().setPartnerId(id).build());
    }

    static Fact renamed(String id, long sequence, String name, String territory, Instant at) {
        return new Fact(
                Topics.PARTNERS,
                id,
                sequence,
                at,
                territory,
                PartnerRenamed.newBuilder().setPartnerId(id).setName(name).build());
    }

    static Fact submitted(
            String id, String partner, String title, String territory, String tag, Instant at) {
        return experience(
                id,
                1,
                territory,
                at,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId(partner)
                        .setContent(content(title, territory, tag))
                        .build());
    }

    static Fact published(String id, long sequence, String territory, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperiencePublished.newBuilder().setExperienceId(id).build());
    }

    static Fact revised(
            String id, long sequence, String title, String territory, String tag, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperienceRevised.newBuilder()
                        .setExperienceId(id)
                        .setContent(content(title, territory, tag))
                        .build());
    }

    static Fact withdrawn(String id, long sequence, String territory, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperienceWithdrawn.newBuilder()
                        .setExperienceId(id)
                        .setReason("Opération terminée")
                        .build());
    }

    static Fact takenBack(String id, long sequence, String territory, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperienceTakenBack.newBuilder().setExperienceId(id).build());
    }

    static Fact highlighted(
            String id, long sequence, String territory, LocalDate until, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperienceHighlighted.newBuilder().setExperienceId(id).setUntil(until).build());
    }

    static Fact moderated(String id, long sequence, String territory, Instant at) {
        return experience(
                id,
                sequence,
                territory,
                at,
                ExperienceModerated.newBuilder()
                        .setExperienceId(id)
                        .setReason("Contenu publicitaire")
                        .build());
    }

    static Fact experience(
            String id, long sequence, String territory, Instant at, SpecificRecord event) {
        return new Fact(Topics.EXPERIENCES, id, sequence, at, territory, event);
    }

    static ExperienceContent content(String title, String territory, @Nullable String tag) {
        return ExperienceContent.newBuilder()
                .setTitle(title)
                .setPreview("Aperçu de " + title)
                .setTerritory(territory)
                .setLevel(Level.ECOLE)
                .setAxes(List.of(Axis.USES))
                .setTags(tag == null ? List.of() : List.of(tag))
                .setProblem("Peu d'équipements dans les écoles")
                .setAction("Les classes ont été équipées de visualiseurs")
                .setStartedOn(LocalDate.parse("2014-09-01"))
                .setMeans(
                        Means.newBuilder()
                                .setEuros(new BigDecimal("18000.00"))
                                .setFte(new BigDecimal("0.50"))
                                .build())
                .build();
    }
}
