package relais.feed.projection;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.WorkingDayScheduled;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.partners.PartnerRegistered;

/**
 * From one version of a card to the next. A pure function: a rebuild makes the same cards again.
 */
public final class CardFold {

    private CardFold() {}

    /**
     * The card after the event.
     *
     * @param previous the version before; null if the event is the aggregate's first
     * @throws IllegalStateException if the event does not follow the previous version, or cannot
     *     happen to it: the event is then to be parked
     */
    public static Card fold(@Nullable Card previous, CardEvent event) {
        SpecificRecord data = event.data();
        if (previous == null) {
            Revision first = Revision.first(event.stamp());
            return data == null ? new BlankCard(first) : begun(data, event, first);
        }
        Card card = previous.at(previous.revision().next(event.stamp()));
        if (data == null) {
            return card;
        }
        return switch (card) {
            case BlankCard blank -> blank;
            case PartnerCard partner -> PartnerFold.fold(partner, data);
            case ExperienceCard experience -> ExperienceFold.fold(experience, data);
            case ContributionCard contribution -> ContributionFold.fold(contribution, data);
            case ObjectiveCard objective -> ObjectiveFold.fold(objective, data);
            case ActionCard action -> ActionFold.fold(action, data);
            case WorkingDayCard day -> WorkingDayFold.fold(day, data);
            case MessageCard message -> MessageFold.fold(message, data);
        };
    }

    /** No card tells of an author's key: it has no reader. */
    private static Card begun(SpecificRecord data, CardEvent event, Revision revision) {
        return switch (data) {
            case PartnerRegistered e -> PartnerFold.registered(e, revision);
            case ExperienceSubmitted e -> ExperienceFold.submitted(e, revision);
            case ContributionOpened e -> ContributionFold.opened(e, revision);
            case ObjectiveSet e -> ObjectiveFold.set(e, event.stamp().partner(), revision);
            case ActionPlanned e -> ActionFold.planned(e, revision);
            case WorkingDayScheduled e ->
                    WorkingDayFold.scheduled(e, event.stamp().partner(), revision);
            case MessagePosted e -> MessageFold.posted(e, event.territory(), revision);
            case AuthorKeyErased _ -> new BlankCard(revision);
            default -> throw impossible(data, revision);
        };
    }

    static IllegalStateException impossible(SpecificRecord event, Revision revision) {
        return new IllegalStateException(
                "%s cannot happen at %s".formatted(event.getSchema().getName(), revision.id()));
    }
}
