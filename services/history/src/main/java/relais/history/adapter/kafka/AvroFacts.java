package relais.history.adapter.kafka;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.EventDeserializer;
import relais.events.RegistryUnavailable;
import relais.events.SchemaRegistry;
import relais.events.UndecodableEvent;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerRenamed;
import relais.history.catchup.Facts;
import relais.history.figure.Details;
import relais.history.figure.EventKind;
import relais.history.figure.Fact;
import relais.log.Envelope;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;

/** What figures ask of the published events. Most are told by their headers alone. */
public final class AvroFacts implements Facts {

    private static final String FRANCE = "pays:FR";

    /** About something else that is counted. */
    static final Set<String> NOT_COUNTED =
            Set.of("MessagePosted", "MessageRedacted", "AuthorKeyErased");

    /** Told by its headers: what it says changes no figure. */
    static final Map<String, EventKind> BY_HEADERS =
            Map.ofEntries(
                    Map.entry("PartnerSuspended", EventKind.PARTNER_SUSPENDED),
                    Map.entry("PartnerReinstated", EventKind.PARTNER_REINSTATED),
                    Map.entry("CharterSigned", EventKind.OTHER),
                    Map.entry("CommitteeJoined", EventKind.OTHER),
                    Map.entry("CommitteeLeft", EventKind.OTHER),
                    Map.entry("MandateGranted", EventKind.OTHER),
                    Map.entry("MandateEnded", EventKind.OTHER),
                    Map.entry("ExperienceReturned", EventKind.EXPERIENCE_RETURNED),
                    Map.entry("ExperienceTakenBack", EventKind.EXPERIENCE_TAKEN_BACK),
                    Map.entry("ExperiencePublished", EventKind.EXPERIENCE_PUBLISHED),
                    Map.entry("ExperienceConfirmed", EventKind.EXPERIENCE_CONFIRMED),
                    Map.entry("ExperienceWithdrawn", EventKind.EXPERIENCE_WITHDRAWN),
                    Map.entry("ExperienceModerated", EventKind.EXPERIENCE_MODERATED),
                    Map.entry("ExperienceHighlighted", EventKind.EXPERIENCE_HIGHLIGHTED),
                    Map.entry("HighlightRetracted", EventKind.OTHER),
                    Map.entry("ContributionSubmitted", EventKind.OTHER),
                    Map.entry("EvidenceCited", EventKind.OTHER),
                    Map.entry("EvidenceRemoved", EventKind.OTHER),
                    Map.entry("EvidenceOutdated", EventKind.OTHER),
                    Map.entry("AmendmentProposed", EventKind.OTHER),
                    Map.entry("AmendmentAccepted", EventKind.AMENDMENT_ACCEPTED),
                    Map.entry("AmendmentRejected", EventKind.OTHER),
                    Map.entry("AmendmentWithdrawn", EventKind.OTHER),
                    Map.entry("ConsultationOpened", EventKind.CONSULTATION_OPENED),
                    Map.entry("PositionTaken", EventKind.OTHER),
                    Map.entry("ConsultationClosed", EventKind.CONSULTATION_CLOSED),
                    Map.entry("ContributionAdopted", EventKind.CONTRIBUTION_ADOPTED),
                    Map.entry("ContributionWithdrawn", EventKind.CONTRIBUTION_WITHDRAWN),
                    Map.entry("ContributionSuperseded", EventKind.CONTRIBUTION_SUPERSEDED),
                    Map.entry("ObjectiveMeasured", EventKind.OBJECTIVE_MEASURED),
                    Map.entry("ObjectiveWithdrawn", EventKind.OBJECTIVE_WITHDRAWN),
                    Map.entry("ActionProgressed", EventKind.ACTION_PROGRESSED),
                    Map.entry("ActionCompleted", EventKind.ACTION_COMPLETED),
                    Map.entry("ActionAbandoned", EventKind.ACTION_ABANDONED),
                    Map.entry("WorkingDayCancelled", EventKind.WORKING_DAY_CANCELLED),
                    Map.entry("AgendaItemAdded", EventKind.OTHER),
                    Map.entry("AgendaItemRemoved", EventKind.OTHER),
                    Map.entry("MinutesPublished", EventKind.MINUTES_PUBLISHED));

    /** Told by what they say. */
    static final Map<String, EventKind> DECODED =
            Map.ofEntries(
                    Map.entry("PartnerRegistered", EventKind.PARTNER_REGISTERED),
                    Map.entry("PartnerRenamed", EventKind.PARTNER_RENAMED),
                    Map.entry("ExperienceSubmitted", EventKind.EXPERIENCE_SUBMITTED),
                    Map.entry("ExperienceResubmitted", EventKind.EXPERIENCE_RESUBMITTED),
                    Map.entry("ExperienceRevised", EventKind.EXPERIENCE_REVISED),
                    Map.entry("ExperienceEndorsed", EventKind.EXPERIENCE_ENDORSED),
                    Map.entry("EndorsementRetracted", EventKind.ENDORSEMENT_RETRACTED),
                    Map.entry("ExperienceAdopted", EventKind.EXPERIENCE_ADOPTED),
                    Map.entry("AdoptionReported", EventKind.ADOPTION_REPORTED),
                    Map.entry("AdoptionEnded", EventKind.ADOPTION_ENDED),
                    Map.entry("ContributionOpened", EventKind.CONTRIBUTION_OPENED),
                    Map.entry("ContributionDrafted", EventKind.CONTRIBUTION_DRAFTED),
                    Map.entry("ObjectiveSet", EventKind.OBJECTIVE_SET),
                    Map.entry("ActionPlanned", EventKind.ACTION_PLANNED),
                    Map.entry("ActionRevised", EventKind.ACTION_REVISED),
                    Map.entry("WorkingDayScheduled", EventKind.WORKING_DAY_SCHEDULED),
                    Map.entry("WorkingDayRescheduled", EventKind.WORKING_DAY_RESCHEDULED));

    private final EventDeserializer deserializer;

    public AvroFacts(SchemaRegistry registry) {
        this.deserializer = new EventDeserializer(registry);
    }

    @Override
    public @Nullable Fact of(LoggedEvent event) {
        Envelope envelope = Envelope.of(event.headers());
        if (envelope == null || NOT_COUNTED.contains(envelope.name())) {
            return null;
        }
        EventKind eventKind = DECODED.get(envelope.name());
        if (eventKind == null) {
            // A type of a later release makes a version all the same.
            EventKind told = BY_HEADERS.getOrDefault(envelope.name(), EventKind.OTHER);
            return fact(event, envelope, told, null);
        }
        try {
            SpecificRecord record = deserializer.deserialize(event.value());
            Details details = details(record, envelope);
            return record.getSchema().getFullName().equals(envelope.type())
                    ? fact(event, envelope, eventKind, details)
                    : fact(event, envelope, EventKind.UNREADABLE, null);
        } catch (RegistryUnavailable away) {
            throw new LogUnavailable(String.valueOf(away.getMessage()), away);
        } catch (UndecodableEvent bad) {
            return fact(event, envelope, EventKind.UNREADABLE, null);
        }
    }

    private static Fact fact(
            LoggedEvent event, Envelope envelope, EventKind eventKind, @Nullable Details details) {
        return new Fact(
                event.place().lane(),
                event.place().offset(),
                envelope.aggregateId(),
                envelope.sequence(),
                envelope.time(),
                eventKind,
                details);
    }

    private static @Nullable Details details(SpecificRecord event, Envelope envelope) {
        return switch (event) {
            case PartnerRegistered e ->
                    new Details(
                            e.getPartnerId(), e.getTerritory(), e.getName(), null, List.of(), null);
            case PartnerRenamed e -> new Details(null, null, e.getName(), null, List.of(), null);
            case ExperienceSubmitted e -> experience(e.getPartnerId(), e.getContent());
            case ExperienceResubmitted e -> experience(null, e.getContent());
            case ExperienceRevised e -> experience(null, e.getContent());
            case ExperienceEndorsed e -> Details.ofBond(e.getPartnerId(), null, null);
            case EndorsementRetracted e -> Details.ofBond(e.getPartnerId(), null, null);
            case ExperienceAdopted e ->
                    Details.ofBond(e.getPartnerId(), e.getTerritory(), e.getAdoptionId());
            case AdoptionReported e -> Details.ofBond(null, null, e.getAdoptionId());
            case AdoptionEnded e -> Details.ofBond(null, null, e.getAdoptionId());
            case ContributionOpened e ->
                    new Details(
                            e.getPartnerId(),
                            FRANCE,
                            e.getTitle(),
                            null,
                            e.getAxes().stream().map(Enum::name).toList(),
                            null);
            case ContributionDrafted e ->
                    new Details(
                            null,
                            null,
                            e.getTitle(),
                            null,
                            e.getAxes().stream().map(Enum::name).toList(),
                            null);
            case ObjectiveSet e ->
                    new Details(
                            // Whoever says anew what it aims at does not take it over.
                            envelope.sequence() == 1 ? envelope.partner() : null,
                            FRANCE,
                            e.getTitle(),
                            null,
                            List.of(e.getAxis().name()),
                            null);
            case ActionPlanned e -> action(e.getContent());
            case ActionRevised e -> action(e.getContent());
            case WorkingDayScheduled e ->
                    day(envelope.partner(), e.getTheme(), e.getTerritory(), e.getDate());
            case WorkingDayRescheduled e -> day(null, e.getTheme(), e.getTerritory(), e.getDate());
            default -> null;
        };
    }

    private static Details experience(@Nullable String partner, ExperienceContent content) {
        return new Details(
                partner,
                content.getTerritory(),
                content.getTitle(),
                content.getLevel().name(),
                content.getAxes().stream().map(Enum::name).toList(),
                null);
    }

    private static Details action(ActionContent content) {
        return new Details(
                content.getLeadPartnerId(),
                content.getTerritory(),
                content.getTitle(),
                null,
                content.getAxes().stream().map(Enum::name).toList(),
                null);
    }

    private static Details day(
            @Nullable String partner, String theme, @Nullable String territory, LocalDate date) {
        return new Details(
                partner,
                territory == null ? FRANCE : territory,
                theme,
                null,
                List.of(),
                date.toString());
    }
}
