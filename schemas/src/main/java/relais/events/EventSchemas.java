package relais.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.partners.CharterSigned;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/**
 * Every event type of this build, by topic, as the schema that is published.
 *
 * <p>A generated class carries {@code avro.java.string} marks in its schema, which are nobody
 * else's business. What is registered, and what writers look up, is the schema without them.
 */
public final class EventSchemas {

    private static final List<Schema> GENERATED_PARTNERS =
            List.of(
                    PartnerRegistered.getClassSchema(),
                    PartnerRenamed.getClassSchema(),
                    CharterSigned.getClassSchema(),
                    PartnerSuspended.getClassSchema(),
                    PartnerReinstated.getClassSchema(),
                    MandateGranted.getClassSchema(),
                    MandateEnded.getClassSchema());

    private static final List<Schema> GENERATED_EXPERIENCES =
            List.of(
                    ExperienceSubmitted.getClassSchema(),
                    ExperienceReturned.getClassSchema(),
                    ExperienceResubmitted.getClassSchema(),
                    ExperiencePublished.getClassSchema(),
                    ExperienceRevised.getClassSchema(),
                    ExperienceConfirmed.getClassSchema(),
                    ExperienceWithdrawn.getClassSchema(),
                    ExperienceModerated.getClassSchema(),
                    ExperienceEndorsed.getClassSchema(),
                    EndorsementRetracted.getClassSchema(),
                    ExperienceHighlighted.getClassSchema(),
                    ExperienceAdopted.getClassSchema(),
                    AdoptionReported.getClassSchema(),
                    AdoptionEnded.getClassSchema());

    private static final List<Schema> PARTNERS =
            GENERATED_PARTNERS.stream().map(EventSchemas::published).toList();
    private static final List<Schema> EXPERIENCES =
            GENERATED_EXPERIENCES.stream().map(EventSchemas::published).toList();

    private static final Map<String, Schema> GENERATED_BY_NAME =
            Stream.concat(GENERATED_PARTNERS.stream(), GENERATED_EXPERIENCES.stream())
                    .collect(
                            Collectors.toUnmodifiableMap(Schema::getFullName, Function.identity()));

    static {
        trustGeneratedClasses();
    }

    private EventSchemas() {}

    /** Events of {@link Topics#PARTNERS}, in the order of a partner's life. */
    public static List<Schema> partners() {
        return PARTNERS;
    }

    /** Events of {@link Topics#EXPERIENCES}, in the order of an experience's life. */
    public static List<Schema> experiences() {
        return EXPERIENCES;
    }

    /** Every event of every topic; iterates in the order in which topics are registered. */
    public static Map<String, List<Schema>> byTopic() {
        Map<String, List<Schema>> byTopic = new LinkedHashMap<>();
        byTopic.put(Topics.PARTNERS, PARTNERS);
        byTopic.put(Topics.EXPERIENCES, EXPERIENCES);
        return byTopic;
    }

    /** The registry's name for an event type on a topic (Confluent's TopicRecordNameStrategy). */
    public static String subject(String topic, Schema schema) {
        return topic + "-" + schema.getFullName();
    }

    /**
     * Avro makes an object of a class that a schema names only if the class is trusted. That list
     * is one for the whole process, so it is added to, not replaced.
     */
    private static void trustGeneratedClasses() {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackageName().startsWith("relais.events.")));
    }

    /** Schemas of the generated classes, by full record name. */
    static Map<String, Schema> generatedByName() {
        return GENERATED_BY_NAME;
    }

    /** Avro prints these marks in this one form, as it prints attributes in a fixed order. */
    static Schema published(Schema generated) {
        String text =
                generated
                        .toString()
                        .replace(
                                "{\"type\":\"string\",\"avro.java.string\":\"String\"}",
                                "\"string\"");
        return new Schema.Parser().parse(text);
    }
}
