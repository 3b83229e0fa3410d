package relais.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.Section;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.Level;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;

/**
 * A history as the services would write it, without gaps: thousands of experiences under way at
 * once in all départements, now and then a long text of the committee, messages in between. The
 * same seed tells the same.
 */
final class SeededHistory {

    /** One event in about a hundred is of each: what a filter keeps. */
    static final List<String> DEPARTEMENTS =
            Stream.of(
                            IntStream.rangeClosed(1, 95)
                                    .filter(number -> number != 20)
                                    .mapToObj("%02d"::formatted),
                            Stream.of("2A", "2B", "971", "972", "973", "974", "976"))
                    .flatMap(codes -> codes)
                    .map(code -> "departement:" + code)
                    .toList();

    private static final int UNDER_WAY = 3_000;
    private static final int CONTRIBUTIONS = 40;
    private static final String[] WORDS =
            ("école numérique collège tablette réseau commune classe élève enseignant projet débit fibre"
                            + " équipement usage ressource département région académie formation accompagnement"
                            + " territoire partenaire mutualisation maintenance évaluation accès famille espace"
                            + " travail atelier robot lecture carte rural bilan coût année rentrée charte")
                    .split(" ");

    private final Map<String, EventSerializer> serializers;
    private final Random random;
    private final List<Life> underWay = new ArrayList<>();
    private final List<Life> contributions = new ArrayList<>();
    private Instant now = Instant.parse("2015-10-01T08:00:00Z");
    private int partners;
    private long told;

    SeededHistory(SchemaRegistry registry, long seed) {
        this.random = new Random(seed);
        this.serializers =
                EventSchemas.byTopic().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        topic ->
                                                new EventSerializer(
                                                        registry,
                                                        topic.getKey(),
                                                        topic.getValue())));
        serializers.values().forEach(EventSerializer::resolve);
    }

    /** An aggregate and the version that it has come to. */
    private static final class Life {
        private final String id;
        private final String territory;
        private long version;

        Life(String id, String territory) {
            this.id = id;
            this.territory = territory;
        }
    }

    /** What happens next. */
    ProducerRecord<String, byte[]> next() {
        now = now.plusSeconds(random.nextInt(600));
        told++;
        if (partners < DEPARTEMENTS.size()) {
            return partner();
        }
        int chance = random.nextInt(1000);
        if (chance < 10) {
            return contribution();
        }
        if (chance < 60) {
            return message();
        }
        return underWay.size() < UNDER_WAY || chance < 260 ? submission() : lifeGoesOn();
    }

    /** A new experience and its publication: the shortest way to one more card for all to read. */
    List<ProducerRecord<String, byte[]>> publishedExperience() {
        now = now.plusSeconds(random.nextInt(600));
        told++;
        ProducerRecord<String, byte[]> submitted = submission();
        Life life = underWay.getLast();
        return List.of(
                submitted,
                record(
                        Topics.EXPERIENCES,
                        life,
                        ExperiencePublished.newBuilder().setExperienceId(life.id).build()));
    }

    private ProducerRecord<String, byte[]> partner() {
        String territory = DEPARTEMENTS.get(partners++);
        Life life = new Life(partnerOf(territory), territory);
        return record(
                Topics.PARTNERS,
                life,
                PartnerRegistered.newBuilder()
                        .setPartnerId(life.id)
                        .setName("Conseil départemental, " + territory)
                        .setKind(PartnerKind.DEPARTEMENT)
                        .setTerritory(territory)
                        .build());
    }

    private ProducerRecord<String, byte[]> submission() {
        Life life = new Life("x-" + told, anyDepartement());
        underWay.add(life);
        return record(
                Topics.EXPERIENCES,
                life,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(life.id)
                        .setPartnerId(partnerOf(life.territory))
                        .setContent(content(life))
                        .build());
    }

    private ProducerRecord<String, byte[]> lifeGoesOn() {
        int index = random.nextInt(underWay.size());
        Life life = underWay.get(index);
        if (life.version == 1) {
            return record(
                    Topics.EXPERIENCES,
                    life,
                    ExperiencePublished.newBuilder().setExperienceId(life.id).build());
        }
        int chance = random.nextInt(100);
        if (chance < 20) {
            // Nobody looks after most of them for ever.
            underWay.set(index, underWay.getLast());
            underWay.removeLast();
        }
        return record(Topics.EXPERIENCES, life, happening(life, chance));
    }

    private SpecificRecord happening(Life life, int chance) {
        if (chance < 5) {
            return ExperienceWithdrawn.newBuilder()
                    .setExperienceId(life.id)
                    .setReason(text(40, 120))
                    .build();
        }
        if (chance < 30) {
            return ExperienceRevised.newBuilder()
                    .setExperienceId(life.id)
                    .setContent(content(life))
                    .build();
        }
        if (chance < 60) {
            return ExperienceConfirmed.newBuilder()
                    .setExperienceId(life.id)
                    .setConfirmedOn(LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .build();
        }
        String other = anyDepartement();
        if (chance < 85) {
            return ExperienceEndorsed.newBuilder()
                    .setExperienceId(life.id)
                    .setPartnerId(partnerOf(other))
                    .build();
        }
        return ExperienceAdopted.newBuilder()
                .setExperienceId(life.id)
                .setAdoptionId("a-" + told)
                .setPartnerId(partnerOf(other))
                .setTerritory(other)
                .setAdoptedOn(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .build();
    }

    private ProducerRecord<String, byte[]> contribution() {
        if (contributions.size() < CONTRIBUTIONS) {
            Life life = new Life("c-" + told, "pays:FR");
            contributions.add(life);
            return record(
                    Topics.CONTRIBUTIONS,
                    life,
                    ContributionOpened.newBuilder()
                            .setContributionId(life.id)
                            .setPartnerId(partnerOf(anyDepartement()))
                            .setKind(ContributionKind.OPINION)
                            .setTitle(text(30, 100))
                            .setAxes(List.of(relais.events.contributions.Axis.USES))
                            .build());
        }
        Life life = contributions.get(random.nextInt(contributions.size()));
        List<Section> sections =
                IntStream.rangeClosed(1, 1 + random.nextInt(8))
                        .mapToObj(
                                number ->
                                        Section.newBuilder()
                                                .setSectionId("s-" + number)
                                                .setHeading(text(20, 80))
                                                .setBody(text(500, 3_000))
                                                .build())
                        .toList();
        return record(
                Topics.CONTRIBUTIONS,
                life,
                ContributionDrafted.newBuilder()
                        .setContributionId(life.id)
                        .setTitle(text(30, 100))
                        .setAxes(List.of(relais.events.contributions.Axis.USES))
                        .setSections(sections)
                        .build());
    }

    private ProducerRecord<String, byte[]> message() {
        Life life = new Life("msg-" + told, anyDepartement());
        byte[] ciphertext = new byte[60 + random.nextInt(900)];
        random.nextBytes(ciphertext);
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        return record(
                Topics.CONTRIBUTIONS,
                life,
                MessagePosted.newBuilder()
                        .setMessageId(life.id)
                        .setSubjectId(underWay.get(random.nextInt(underWay.size())).id)
                        .setPartnerId(partnerOf(life.territory))
                        .setMandateId("m-" + life.territory)
                        .setKeyId("key-" + life.territory)
                        .setNonce(ByteBuffer.wrap(nonce))
                        .setCiphertext(ByteBuffer.wrap(ciphertext))
                        .setLength(ciphertext.length - 16)
                        .build());
    }

    private ExperienceContent content(Life life) {
        Axis[] axes = Axis.values();
        return ExperienceContent.newBuilder()
                .setTitle(text(30, 100))
                .setPreview(text(60, 200))
                .setTerritory(life.territory)
                .setLevel(random.nextInt(4) == 0 ? Level.ECOLE : Level.COLLEGE)
                .setAxes(List.of(axes[random.nextInt(axes.length)]))
                .setTags(List.of(word(), word()))
                .setProblem(text(100, 500))
                .setAction(text(100, 1_200))
                .setPartnersInvolved(List.of())
                .setLinks(List.of())
                .build();
    }

    private ProducerRecord<String, byte[]> record(String topic, Life life, SpecificRecord event) {
        life.version++;
        byte[] value = Objects.requireNonNull(serializers.get(topic)).serialize(event);
        var record = new ProducerRecord<>(topic, life.territory, value);
        new EventMetadata(
                        life.id,
                        life.version,
                        event.getSchema().getFullName(),
                        "/benchmarks",
                        now,
                        life.territory,
                        partnerOf(life.territory),
                        "m-" + life.territory,
                        "r-" + told,
                        null,
                        false)
                .toHeaders()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private static String partnerOf(String territory) {
        return "p-" + territory.replace(':', '-');
    }

    private String anyDepartement() {
        return DEPARTEMENTS.get(random.nextInt(DEPARTEMENTS.size()));
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String text(int shortest, int longest) {
        int length = shortest + random.nextInt(longest - shortest);
        StringBuilder text = new StringBuilder(word());
        while (text.length() < length) {
            text.append(' ').append(word());
        }
        return text.substring(0, Math.min(text.length(), longest));
    }
}
