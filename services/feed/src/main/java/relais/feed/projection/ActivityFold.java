package relais.feed.projection;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.PositionTaken;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandatePersonErased;

/** From an event and the card it made to the entry of the feed. A pure function. */
public final class ActivityFold {

    private ActivityFold() {}

    /**
     * The entry, or none: for an event that was skipped, and for a card that cannot be read.
     *
     * @param card the card after the event
     */
    public static Optional<Activity> activity(Card card, CardEvent event) {
        SpecificRecord data = event.data();
        Headline headline = card.headline();
        if (data == null || headline == null) {
            return Optional.empty();
        }
        ExperienceCard.Adoption adoption = adoption(card, data);
        return Optional.of(
                new Activity(
                        event.stamp(),
                        data.getSchema().getName(),
                        visibility(card, data),
                        requireNonNullElse(card.partner(), card.aggregateId()),
                        adoption == null ? by(card, data) : adoption.partner(),
                        adoption == null
                                ? List.of(headline.territory())
                                : Stream.of(headline.territory(), adoption.territory())
                                        .distinct()
                                        .toList(),
                        requireNonNull(card.kind()),
                        requireNonNull(card.status()),
                        headline.level(),
                        headline.axes(),
                        headline.tags(),
                        new Activity.Summary(
                                card.version(),
                                requireNonNullElse(headline.title(), ""),
                                requireNonNullElse(headline.preview(), ""),
                                headline.territory()),
                        note(data),
                        subject(card, data)));
    }

    /** Who holds a mandate is the partner's and the committee's concern. */
    private static Visibility visibility(Card card, SpecificRecord event) {
        return event instanceof MandateGranted
                        || event instanceof MandateEnded
                        || event instanceof MandatePersonErased
                ? Visibility.COMMITTEE
                : card.visibility();
    }

    private static @Nullable String by(Card card, SpecificRecord event) {
        return switch (event) {
            case ExperienceEndorsed e -> e.getPartnerId();
            case EndorsementRetracted e -> e.getPartnerId();
            case AmendmentProposed e -> e.getPartnerId();
            case AmendmentWithdrawn e -> proposer(card, e.getAmendmentId());
            case PositionTaken e -> e.getPartnerId();
            case AgendaItemAdded e -> e.getPartnerId();
            default -> null;
        };
    }

    private static @Nullable String proposer(Card card, String amendmentId) {
        return card instanceof ContributionCard contribution
                ? contribution.amendments().stream()
                        .filter(amendment -> amendment.id().equals(amendmentId))
                        .map(ContributionCard.Amendment::partner)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable String subject(Card card, SpecificRecord event) {
        if (card instanceof MessageCard message) {
            return message.posting().subject();
        }
        return switch (event) {
            case EvidenceCited e -> e.getExperienceId();
            case EvidenceRemoved e -> e.getExperienceId();
            case EvidenceOutdated e -> e.getExperienceId();
            default -> null;
        };
    }

    private static ExperienceCard.@Nullable Adoption adoption(Card card, SpecificRecord event) {
        String id =
                switch (event) {
                    case ExperienceAdopted e -> e.getAdoptionId();
                    case AdoptionReported e -> e.getAdoptionId();
                    case AdoptionEnded e -> e.getAdoptionId();
                    default -> null;
                };
        return card instanceof ExperienceCard experience
                ? experience.engagement().adoptions().stream()
                        .filter(adoption -> adoption.id().equals(id))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /**
     * What was said with an event: its reason or its note, where nothing else is. Never the text of
     * a card.
     */
    private static @Nullable String note(SpecificRecord event) {
        return switch (event) {
            case ExperiencePublished e -> e.getComment();
            case ExperienceRevised e -> e.getSummary();
            case ExperienceEndorsed e -> e.getComment();
            case ExperienceHighlighted e -> e.getHeadline();
            case ExperienceAdopted e -> e.getPlan();
            case AdoptionReported e -> e.getResults().getText();
            case AmendmentAccepted e -> e.getComment();
            case ActionProgressed e -> e.getReport();
            case ActionCompleted e -> e.getReport();
            case AgendaItemAdded e -> e.getLabel();
            case MinutesPublished e -> e.getCorrection();
            // What a territory said of its own card stands on that card, for whom it is meant.
            case EvidenceOutdated _ -> null;
            default ->
                    text(event, event.getSchema().getField("reason") == null ? "note" : "reason");
        };
    }

    private static @Nullable String text(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : (String) event.get(field.pos());
    }
}
