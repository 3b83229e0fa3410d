package relais.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.Level;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.teststack.TestStack;

/**
 * A small history of its own topic, over the reform of the régions: Bordeaux publishes in 2015 and
 * revises in 2016, Orléans withdraws and adopts.
 */
final class FiguresTopic implements AutoCloseable {

    static final String NAME = "relais.figures";

    private static final String BORDEAUX = "commune:33063";
    private static final String ORLEANS = "commune:45234";

    private final Map<String, EventSerializer> serializers = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final KafkaProducer<String, byte[]> producer;

    FiguresTopic(TestStack stack) {
        for (String topic : List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS)) {
            EventSerializer serializer =
                    new EventSerializer(
                            new ConfluentSchemaRegistry(stack.registryUrl()),
                            topic,
                            requireNonNull(EventSchemas.byTopic().get(topic)));
            serializer.resolve();
            requireNonNull(EventSchemas.byTopic().get(topic))
                    .forEach(schema -> serializers.put(schema.getFullName(), serializer));
        }
        Map<String, Object> kafka = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        stack.createTopic(NAME, 3);
    }

    void tellAll() {
        partner("p-bordeaux", "Bordeaux", BORDEAUX);
        partner("p-orleans", "Orléans", ORLEANS);
        published("x-bordeaux", "p-bordeaux", BORDEAUX, Level.ECOLE, "2015-03-02");
        published("x-orleans", "p-orleans", ORLEANS, Level.COLLEGE, "2015-05-04");
        published("x-late", "p-orleans", ORLEANS, Level.ECOLE, "2016-02-03");
        tell(
                "x-bordeaux",
                BORDEAUX,
                "2016-03-01",
                ExperienceRevised.newBuilder()
                        .setExperienceId("x-bordeaux")
                        .setContent(content("Revu", BORDEAUX, Level.ECOLE, Axis.USES, Axis.SUPPORT))
                        .build());
        tell(
                "x-bordeaux",
                BORDEAUX,
                "2016-03-02",
                ExperienceAdopted.newBuilder()
                        .setExperienceId("x-bordeaux")
                        .setAdoptionId("a-1")
                        .setPartnerId("p-orleans")
                        .setTerritory(ORLEANS)
                        .setAdoptedOn(LocalDate.parse("2016-03-02"))
                        .build());
        tell(
                "x-bordeaux",
                BORDEAUX,
                "2016-03-03",
                ExperienceEndorsed.newBuilder()
                        .setExperienceId("x-bordeaux")
                        .setPartnerId("p-orleans")
                        .build());
        tell(
                "x-orleans",
                ORLEANS,
                "2016-04-01",
                ExperienceWithdrawn.newBuilder()
                        .setExperienceId("x-orleans")
                        .setReason("Terminé")
                        .build());
        workingDay("wd-autumn", "2015-10-01");
        workingDay("wd-spring", "2016-05-12");
        tell(
                "wd-spring",
                "pays:FR",
                "2016-01-11",
                WorkingDayRescheduled.newBuilder()
                        .setWorkingDayId("wd-spring")
                        .setDate(LocalDate.parse("2016-06-02"))
                        .setPlace("Paris")
                        .setTheme("Équiper")
                        .build());
        workingDay("wd-cancelled", "2016-09-01");
        tell(
                "wd-cancelled",
                "pays:FR",
                "2016-01-12",
                WorkingDayCancelled.newBuilder()
                        .setWorkingDayId("wd-cancelled")
                        .setReason("Reportée")
                        .build());
        workingDay("wd-to-come", "2999-01-01");
    }

    /** A contribution that nobody has been asked about yet, though it says it was adopted. */
    void tellOfADraft() {
        tell(
                "c-draft",
                "pays:FR",
                "2016-02-01",
                ContributionOpened.newBuilder()
                        .setContributionId("c-draft")
                        .setPartnerId("p-orleans")
                        .setKind(ContributionKind.OPINION)
                        .setTitle("Un avis")
                        .setAxes(List.of(relais.events.contributions.Axis.USES))
                        .setDrafters(List.of())
                        .build());
        tell(
                "c-draft",
                "pays:FR",
                "2016-02-02",
                ContributionAdopted.newBuilder()
                        .setContributionId("c-draft")
                        .setAdoptedOn(LocalDate.parse("2016-02-02"))
                        .build());
    }

    private void workingDay(String id, String date) {
        tell(
                id,
                "pays:FR",
                "2015-06-01",
                WorkingDayScheduled.newBuilder()
                        .setWorkingDayId(id)
                        .setDate(LocalDate.parse(date))
                        .setPlace("Paris")
                        .setTheme("Équiper")
                        .build());
    }

    private void partner(String id, String name, String territory) {
        tell(
                id,
                territory,
                "2014-01-06",
                PartnerRegistered.newBuilder()
                        .setPartnerId(id)
                        .setName(name)
                        .setKind(PartnerKind.COMMUNE)
                        .setTerritory(territory)
                        .build());
    }

    void published(String id, String partner, String territory, Level level, String day) {
        tell(
                id,
                territory,
                day,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId(partner)
                        .setContent(content("Titre de " + id, territory, level, Axis.USES))
                        .build());
        tell(id, territory, day, ExperiencePublished.newBuilder().setExperienceId(id).build());
    }

    private static ExperienceContent content(
            String title, String territory, Level level, Axis... axes) {
        return ExperienceContent.newBuilder(RunningHistory.content("x", territory, 0))
                .setTitle(title)
                .setLevel(level)
                .setAxes(Stream.of(axes).toList())
                .build();
    }

    private void tell(String id, String territory, String day, SpecificRecord event) {
        long version = versions.merge(id, 1L, Long::sum);
        String type = event.getSchema().getFullName();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        NAME, territory, requireNonNull(serializers.get(type)).serialize(event));
        new EventMetadata(
                        id,
                        version,
                        type,
                        "/tests",
                        Instant.parse(day + "T09:00:00Z"),
                        territory,
                        null,
                        "m-test",
                        null,
                        null,
                        true)
                .toHeaders()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
