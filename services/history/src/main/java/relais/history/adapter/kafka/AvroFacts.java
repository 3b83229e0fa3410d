package relais.history.adapter.kafka;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import relais.events.experiences.Level;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerRenamed;
import relais.history.figure.Details;
import relais.history.figure.EventKind;
import relais.history.figure.Fact;
import relais.log.Envelope;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;

/**
 * What figures ask of the published events; null for a record that they do not ask for. Most are
 * told by their headers alone. Throws {@link LogUnavailable} if nobody can tell at present.
 */
@Component
public final class AvroFacts implements Function<LoggedEvent, @Nullable Fact> {

    private static final String FRANCE = "pays:FR";

    /** About something else that is counted. */
    static final Set<String> NOT_COUNTED =
            Set.of("MessagePosted", "MessageRedacted", "AuthorKeyErased");

    /** They make a version, and change no figure. */
    static final Set<String> NO_FIGURE =
            Set.of(
                    "CharterSigned",
                    "CommitteeJoined",
                    "CommitteeLeft",
                    "MandateGranted",
                    "MandateEnded",
                    "MandatePersonErased",
                    "HighlightRetracted",
                    "ContributionSubmitted",
                    "EvidenceCited",
                    "EvidenceRemoved",
                    "EvidenceOutdated",
                    "AmendmentProposed",
                    "AmendmentRejected",
                    "AmendmentWithdrawn",
                    "PositionTaken",
                    "AgendaItemAdded",
                    "AgendaItemRemoved");

    /** By the name of the event, such as {@code ExperiencePublished}. */
    static final Map<String, EventKind> KINDS =
            Stream.of(EventKind.values())
                    .filter(kind -> kind != EventKind.OTHER && kind != EventKind.UNREADABLE)
                    .collect(Collectors.toMap(AvroFacts::eventName, kind -> kind));

    /** Whether its headers are not enough: what it says changes a figure. */
    private static boolean isSaidInside(EventKind kind) {
        return switch (kind.effect()) {
            case OPENS, TIES -> true;
            case REWRITES -> kind != EventKind.AMENDMENT_ACCEPTED;
            case SHOWS, TURNS -> false;
            case NONE -> kind == EventKind.ADOPTION_REPORTED;
        };
    }

    private final EventDeserializer deserializer;

    public AvroFacts(SchemaRegistry registry) {
        this.deserializer = new EventDeserializer(registry);
    }

    @Override
    public @Nullable Fact apply(LoggedEvent event) {
        Envelope envelope = Envelope.of(event);
        if (envelope == null || NOT_COUNTED.contains(envelope.name())) {
            return null;
        }
        // A type of a later release makes a version all the same.
        EventKind eventKind = KINDS.getOrDefault(envelope.name(), EventKind.OTHER);
        if (!isSaidInside(eventKind)) {
            return fact(event, envelope, eventKind, null);
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

    private static String eventName(EventKind kind) {
        return Stream.of(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Fact fact(
            LoggedEvent event, Envelope envelope, EventKind eventKind, @Nullable Details details) {
        return new Fact(
                event.place().partition(),
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
                    said(e.getPartnerId(), e.getTerritory(), e.getName(), null, List.of());
            case PartnerRenamed e -> said(null, null, e.getName(), null, List.of());
            case ExperienceSubmitted e -> experience(e.getPartnerId(), e.getContent());
            case ExperienceResubmitted e -> experience(null, e.getContent());
            case ExperienceRevised e -> experience(null, e.getContent());
            case ExperienceEndorsed e -> Details.ofTie(e.getPartnerId(), null, null);
            case EndorsementRetracted e -> Details.ofTie(e.getPartnerId(), null, null);
            case ExperienceAdopted e ->
                    Details.ofTie(e.getPartnerId(), e.getTerritory(), e.getAdoptionId());
            case AdoptionReported e -> Details.ofTie(null, null, e.getAdoptionId());
            case AdoptionEnded e -> Details.ofTie(null, null, e.getAdoptionId());
            case ContributionOpened e ->
                    said(e.getPartnerId(), FRANCE, e.getTitle(), null, e.getAxes());
            case ContributionDrafted e -> said(null, null, e.getTitle(), null, e.getAxes());
            case ObjectiveSet e ->
                    said(
                            // Whoever says anew what it aims at does not take it over.
                            envelope.sequence() == 1 ? envelope.partner() : null,
                            FRANCE,
                            e.getTitle(),
                            null,
                            List.of(e.getAxis()));
            case ActionPlanned e -> action(e.getContent());
            case ActionRevised e -> action(e.getContent());
            case WorkingDayScheduled e ->
                    day(envelope.partner(), e.getTheme(), e.getTerritory(), e.getDate());
            case WorkingDayRescheduled e -> day(null, e.getTheme(), e.getTerritory(), e.getDate());
            default -> null;
        };
    }

    private static Details said(
            @Nullable String partner,
            @Nullable String territory,
            String title,
            @Nullable Level level,
            List<? extends Enum<?>> axes) {
        return new Details(
                partner,
                territory,
                title,
                level == null ? null : level.name(),
                axes.stream().map(Enum::name).toList(),
                null);
    }

    private static Details experience(@Nullable String partner, ExperienceContent content) {
        return said(
                partner,
                content.getTerritory(),
                content.getTitle(),
                content.getLevel(),
                content.getAxes());
    }

    private static Details action(ActionContent content) {
        return said(
                content.getLeadPartnerId(),
                content.getTerritory(),
                content.getTitle(),
                null,
                content.getAxes());
    }

    private static Details day(
            @Nullable String partner, String theme, @Nullable String territory, LocalDate date) {
        String where = territory == null ? FRANCE : territory;
        return new Details(partner, where, theme, null, List.of(), date.toString());
    }
}
