package relais.feed.projection;

import org.jspecify.annotations.Nullable;

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
    public static Card fold(@Nullable Card previous, FeedEvent event) {
        Stamp stamp = event.stamp();
        Revision revision =
                previous == null ? Revision.first(stamp) : previous.revision().next(stamp);
        if (previous instanceof BlankCard blank) {
            return blank.at(revision);
        }
        return switch (event) {
            case FeedEvent.Skipped skipped ->
                    previous == null ? new BlankCard(revision) : previous.at(revision);
            case FeedEvent.AuthorKeyErased erased -> {
                if (previous != null) {
                    throw impossible(event);
                }
                yield new BlankCard(revision);
            }
            case FeedEvent.OfPartner happened ->
                    PartnerFold.fold(as(PartnerCard.class, previous, event), happened, revision);
            case FeedEvent.OfExperience happened ->
                    ExperienceFold.fold(
                            as(ExperienceCard.class, previous, event), happened, revision);
            case ContributionEvent happened ->
                    ContributionFold.fold(
                            as(ContributionCard.class, previous, event), happened, revision);
            case ObjectiveEvent happened ->
                    ObjectiveFold.fold(
                            as(ObjectiveCard.class, previous, event), happened, revision);
            case ActionEvent happened ->
                    ActionFold.fold(as(ActionCard.class, previous, event), happened, revision);
            case WorkingDayEvent happened ->
                    WorkingDayFold.fold(
                            as(WorkingDayCard.class, previous, event), happened, revision);
            case MessageEvent happened ->
                    MessageFold.fold(as(MessageCard.class, previous, event), happened, revision);
        };
    }

    private static <C extends Card> @Nullable C as(
            Class<C> type, @Nullable Card previous, FeedEvent event) {
        if (previous == null || type.isInstance(previous)) {
            return type.cast(previous);
        }
        throw impossible(event);
    }

    static IllegalStateException impossible(FeedEvent event) {
        return new IllegalStateException(
                "%s cannot happen at %s"
                        .formatted(event.getClass().getSimpleName(), event.stamp().eventId()));
    }
}
