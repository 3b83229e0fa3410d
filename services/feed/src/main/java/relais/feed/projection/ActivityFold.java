package relais.feed.projection;

import static java.util.Objects.requireNonNull;

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
            case ContributionCard contribution ->
                    Optional.of(entry(contribution, summary(contribution), event));
            case ObjectiveCard objective ->
                    Optional.of(entry(objective, summary(objective), event));
            case ActionCard action -> Optional.of(entry(action, summary(action), event));
            case WorkingDayCard day -> Optional.of(entry(day, summary(day), event));
            case MessageCard message -> Optional.of(entry(message, summary(message), event));
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
                Notes.of(event),
                subject(card, event));
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
            case ContributionEvent.AmendmentProposed proposed -> proposed.partner();
            case ContributionEvent.AmendmentWithdrawn withdrawn ->
                    proposer(card, withdrawn.amendmentId());
            case ContributionEvent.PositionTaken taken -> taken.partner();
            case WorkingDayEvent.AgendaItemAdded added -> added.item().partner();
            default -> null;
        };
    }

    private static @Nullable String proposer(Card card, String amendmentId) {
        if (card instanceof ContributionCard contribution) {
            for (ContributionCard.Amendment amendment : contribution.amendments()) {
                if (amendment.id().equals(amendmentId)) {
                    return amendment.partner();
                }
            }
        }
        return null;
    }

    private static @Nullable String subject(Card card, FeedEvent event) {
        if (card instanceof MessageCard message) {
            return message.posting().subject();
        }
        return switch (event) {
            case ContributionEvent.EvidenceCited cited -> cited.experience();
            case ContributionEvent.EvidenceRemoved removed -> removed.experience();
            case ContributionEvent.EvidenceOutdated outdated -> outdated.experience();
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
            for (ExperienceCard.Adoption adoption : experience.engagement().adoptions()) {
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

    private static Activity.Summary summary(ContributionCard card) {
        return summary(card, card.text().title(), card.text().summary(), card.text().axes());
    }

    private static Activity.Summary summary(ObjectiveCard card) {
        return summary(
                card, card.aim().title(), card.aim().indicator(), List.of(card.aim().axis()));
    }

    private static Activity.Summary summary(ActionCard card) {
        return summary(card, card.plan().title(), null, card.plan().axes());
    }

    private static Activity.Summary summary(WorkingDayCard card) {
        return summary(card, card.meeting().theme(), card.meeting().place(), List.of());
    }

    /** A message has no title: a reader sees that of its subject, as it is when it is read. */
    private static Activity.Summary summary(MessageCard card) {
        return summary(card, "", null, List.of());
    }

    private static Activity.Summary summary(
            Card card, String title, @Nullable String preview, List<String> axes) {
        return new Activity.Summary(
                card.version(),
                requireNonNull(card.kind()),
                requireNonNull(card.status()),
                title,
                preview == null ? "" : preview,
                requireNonNull(card.territory()),
                null,
                axes,
                List.of());
    }
}
