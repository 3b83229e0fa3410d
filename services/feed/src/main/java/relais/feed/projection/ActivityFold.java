package relais.feed.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From an event and the card it made to the entry of the feed. A pure function. */
public final class ActivityFold {

    private ActivityFold() {}

    /**
     * The entry, or none: for an event that was skipped, and for a card that cannot be read.
     *
     * @param card the card after the event
     */
    public static Optional<Activity> activity(Card card, FeedEvent event) {
        if (event instanceof FeedEvent.Skipped) {
            return Optional.empty();
        }
        return switch (card) {
            case BlankCard blank -> Optional.empty();
            case PartnerCard partner -> Optional.of(entry(partner, summary(partner), event));
            case ExperienceCard experience ->
                    Optional.of(entry(experience, summary(experience), event));
        };
    }

    private static Activity entry(Card card, Activity.Summary summary, FeedEvent event) {
        String by = by(card, event);
        String partner = card.partner() == null ? card.aggregateId() : card.partner();
        Set<String> territories = new LinkedHashSet<>(List.of(summary.territory()));
        String adopters = adopters(card, event);
        if (adopters != null) {
            territories.add(adopters);
        }
        return new Activity(
                event.stamp(),
                event.getClass().getSimpleName(),
                visibility(card, event),
                partner,
                by,
                List.copyOf(territories),
                summary,
                note(event));
    }

    /** Who holds a mandate is the partner's and the committee's concern. */
    private static Visibility visibility(Card card, FeedEvent event) {
        return switch (event) {
            case FeedEvent.MandateGranted granted -> Visibility.COMMITTEE;
            case FeedEvent.MandateEnded ended -> Visibility.COMMITTEE;
            default -> card.visibility();
        };
    }

    private static @Nullable String by(Card card, FeedEvent event) {
        return switch (event) {
            case FeedEvent.ExperienceEndorsed endorsed -> endorsed.partner();
            case FeedEvent.EndorsementRetracted retracted -> retracted.partner();
            case FeedEvent.ExperienceAdopted adopted -> adopted.partner();
            case FeedEvent.AdoptionReported reported -> adopter(card, reported.adoptionId());
            case FeedEvent.AdoptionEnded ended -> adopter(card, ended.adoptionId());
            default -> null;
        };
    }

    private static @Nullable String adopter(Card card, String adoptionId) {
        ExperienceCard.Adoption adoption = adoption(card, adoptionId);
        return adoption == null ? null : adoption.partner();
    }

    private static @Nullable String adopters(Card card, FeedEvent event) {
        String id =
                switch (event) {
                    case FeedEvent.ExperienceAdopted adopted -> adopted.adoptionId();
                    case FeedEvent.AdoptionReported reported -> reported.adoptionId();
                    case FeedEvent.AdoptionEnded ended -> ended.adoptionId();
                    default -> null;
                };
        ExperienceCard.Adoption adoption = id == null ? null : adoption(card, id);
        return adoption == null ? null : adoption.territory();
    }

    private static ExperienceCard.@Nullable Adoption adoption(Card card, String id) {
        if (card instanceof ExperienceCard experience) {
            for (ExperienceCard.Adoption adoption : experience.echo().adoptions()) {
                if (adoption.id().equals(id)) {
                    return adoption;
                }
            }
        }
        return null;
    }

    private static Activity.Summary summary(PartnerCard card) {
        String represents = card.profile().represents();
        return new Activity.Summary(
                card.version(),
                Kind.PARTNER,
                card.status(),
                card.profile().name(),
                represents == null ? "" : represents,
                card.territory(),
                null,
                List.of(),
                List.of());
    }

    private static Activity.Summary summary(ExperienceCard card) {
        Content content = card.content();
        return new Activity.Summary(
                card.version(),
                Kind.EXPERIENCE,
                card.status(),
                content.title(),
                content.preview(),
                content.territory(),
                content.level(),
                content.axes(),
                content.tags());
    }

    private static @Nullable String note(FeedEvent event) {
        return switch (event) {
            case FeedEvent.Skipped e -> null;
            case FeedEvent.PartnerRegistered e -> null;
            case FeedEvent.PartnerRenamed e -> e.reason();
            case FeedEvent.CharterSigned e -> null;
            case FeedEvent.PartnerSuspended e -> e.reason();
            case FeedEvent.PartnerReinstated e -> e.reason();
            case FeedEvent.MandateGranted e -> null;
            case FeedEvent.MandateEnded e -> e.reason();
            case FeedEvent.ExperienceSubmitted e -> null;
            case FeedEvent.ExperienceReturned e -> e.reason();
            case FeedEvent.ExperienceResubmitted e -> null;
            case FeedEvent.ExperiencePublished e -> e.comment();
            case FeedEvent.ExperienceRevised e -> e.summary();
            case FeedEvent.ExperienceConfirmed e -> null;
            case FeedEvent.ExperienceWithdrawn e -> e.reason();
            case FeedEvent.ExperienceModerated e -> e.reason();
            case FeedEvent.ExperienceEndorsed e -> e.comment();
            case FeedEvent.EndorsementRetracted e -> e.reason();
            case FeedEvent.ExperienceHighlighted e -> e.headline();
            case FeedEvent.ExperienceAdopted e -> e.plan();
            case FeedEvent.AdoptionReported e -> e.results().text();
            case FeedEvent.AdoptionEnded e -> e.reason();
        };
    }
}
