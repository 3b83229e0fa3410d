package relais.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSubmitted;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;
import relais.events.contributions.PositionTaken;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
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
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.HighlightRetracted;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandatePersonErased;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/**
 * Every record type of this build, by topic, as the schema that is published.
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
                    CommitteeJoined.getClassSchema(),
                    CommitteeLeft.getClassSchema(),
                    PartnerSuspended.getClassSchema(),
                    PartnerReinstated.getClassSchema(),
                    MandateGranted.getClassSchema(),
                    MandateEnded.getClassSchema(),
                    MandatePersonErased.getClassSchema());

    private static final List<Schema> GENERATED_EXPERIENCES =
            List.of(
                    ExperienceSubmitted.getClassSchema(),
                    ExperienceReturned.getClassSchema(),
                    ExperienceResubmitted.getClassSchema(),
                    ExperienceTakenBack.getClassSchema(),
                    ExperiencePublished.getClassSchema(),
                    ExperienceRevised.getClassSchema(),
                    ExperienceConfirmed.getClassSchema(),
                    ExperienceWithdrawn.getClassSchema(),
                    ExperienceModerated.getClassSchema(),
                    ExperienceEndorsed.getClassSchema(),
                    EndorsementRetracted.getClassSchema(),
                    ExperienceHighlighted.getClassSchema(),
                    HighlightRetracted.getClassSchema(),
                    ExperienceAdopted.getClassSchema(),
                    AdoptionReported.getClassSchema(),
                    AdoptionEnded.getClassSchema());

    private static final List<Schema> GENERATED_CONTRIBUTIONS =
            List.of(
                    ContributionOpened.getClassSchema(),
                    ContributionDrafted.getClassSchema(),
                    ContributionSubmitted.getClassSchema(),
                    EvidenceCited.getClassSchema(),
                    EvidenceRemoved.getClassSchema(),
                    EvidenceOutdated.getClassSchema(),
                    AmendmentProposed.getClassSchema(),
                    AmendmentAccepted.getClassSchema(),
                    AmendmentRejected.getClassSchema(),
                    AmendmentWithdrawn.getClassSchema(),
                    ConsultationOpened.getClassSchema(),
                    PositionTaken.getClassSchema(),
                    ConsultationClosed.getClassSchema(),
                    ContributionAdopted.getClassSchema(),
                    ContributionWithdrawn.getClassSchema(),
                    ContributionSuperseded.getClassSchema(),
                    ObjectiveSet.getClassSchema(),
                    ObjectiveMeasured.getClassSchema(),
                    ObjectiveWithdrawn.getClassSchema(),
                    ActionPlanned.getClassSchema(),
                    ActionRevised.getClassSchema(),
                    ActionProgressed.getClassSchema(),
                    ActionCompleted.getClassSchema(),
                    ActionAbandoned.getClassSchema(),
                    WorkingDayScheduled.getClassSchema(),
                    WorkingDayRescheduled.getClassSchema(),
                    WorkingDayCancelled.getClassSchema(),
                    AgendaItemAdded.getClassSchema(),
                    AgendaItemRemoved.getClassSchema(),
                    MinutesPublished.getClassSchema(),
                    MessagePosted.getClassSchema(),
                    MessageRedacted.getClassSchema(),
                    AuthorKeyErased.getClassSchema());

    private static final List<Schema> GENERATED_OPEN =
            List.of(PublicActivity.getClassSchema(), PublicCard.getClassSchema());

    private static final List<Schema> PARTNERS =
            GENERATED_PARTNERS.stream().map(EventSchemas::published).toList();
    private static final List<Schema> EXPERIENCES =
            GENERATED_EXPERIENCES.stream().map(EventSchemas::published).toList();
    private static final List<Schema> CONTRIBUTIONS =
            GENERATED_CONTRIBUTIONS.stream().map(EventSchemas::published).toList();

    private static final Map<String, Schema> GENERATED_BY_NAME =
            Stream.of(
                            GENERATED_PARTNERS,
                            GENERATED_EXPERIENCES,
                            GENERATED_CONTRIBUTIONS,
                            GENERATED_OPEN)
                    .flatMap(List::stream)
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

    /**
     * Events of {@link Topics#CONTRIBUTIONS}, each kind of aggregate in the order of its life:
     * contributions, objectives, actions, working days, messages and their authors' keys.
     */
    public static List<Schema> contributions() {
        return CONTRIBUTIONS;
    }

    /** Every event of every topic of the log, in the order in which topics are registered. */
    public static Map<String, List<Schema>> byTopic() {
        Map<String, List<Schema>> byTopic = new LinkedHashMap<>();
        byTopic.put(Topics.PARTNERS, PARTNERS);
        byTopic.put(Topics.EXPERIENCES, EXPERIENCES);
        byTopic.put(Topics.CONTRIBUTIONS, CONTRIBUTIONS);
        return byTopic;
    }

    /** What the public stream holds: one type of record in each of its topics. */
    public static Map<String, List<Schema>> publicStream() {
        Map<String, List<Schema>> byTopic = new LinkedHashMap<>();
        byTopic.put(Topics.PUBLIC_ACTIVITIES, List.of(published(PublicActivity.getClassSchema())));
        byTopic.put(Topics.PUBLIC_CARDS, List.of(published(PublicCard.getClassSchema())));
        return byTopic;
    }

    /** Whatever is registered: the log's events, then the public stream's records. */
    public static Map<String, List<Schema>> registered() {
        Map<String, List<Schema>> all = byTopic();
        all.putAll(publicStream());
        return all;
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
