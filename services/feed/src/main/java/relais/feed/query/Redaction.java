package relais.feed.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import relais.feed.projection.ActionCard;
import relais.feed.projection.Activity;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;

/**
 * What each reader may see, applied before anything is shown, compared or counted word by word.
 *
 * <ul>
 *   <li>What was not yet published at its version is its partner's and the committee's, for ever.
 *   <li>Once withdrawn or moderated, the text of all versions is its partner's, the committee's and
 *       operators'; a tombstone stays: who, when, why, and how many versions there were.
 *   <li>A withdrawn contribution is a tombstone with title and reason.
 *   <li>Who holds which mandate is the partner's and the committee's concern.
 * </ul>
 */
public final class Redaction {

    /** What is said with these stays: it is why nothing else does. */
    private static final Set<String> TOMBSTONES =
            Set.of("ExperienceWithdrawn", "ExperienceModerated");

    private Redaction() {}

    /** Those of these cards that this reader may know of, as far as the reader may see them. */
    public static List<ShownCard> cards(Collection<StoredCard> stored, Reader reader) {
        return stored.stream().map(each -> show(each, reader)).flatMap(Optional::stream).toList();
    }

    /** Those of these entries that this reader may know of, as far as the reader may see them. */
    public static List<ShownActivity> entries(Collection<StoredActivity> stored, Reader reader) {
        return stored.stream().map(each -> show(each, reader)).flatMap(Optional::stream).toList();
    }

    /** The card as this reader may see it; empty if the reader may not know of it. */
    public static Optional<ShownCard> show(StoredCard stored, Reader reader) {
        Card card = stored.card();
        if (!reader.sees(card)) {
            return Optional.empty();
        }
        if (reader.seesAll()) {
            return Optional.of(new ShownCard(card, stored.validTo(), false));
        }
        boolean hide = stored.hidden() && !reader.readsHidden(card.partner());
        Card shown =
                switch (card) {
                    case PartnerCard partner -> partner.with(List.of());
                    case ExperienceCard experience when hide -> withoutText(experience);
                    case ContributionCard contribution
                            when contribution.status() == Status.WITHDRAWN ->
                            contribution.tombstone();
                    case MessageCard message -> message.withoutMandate();
                    case ExperienceCard _,
                            ContributionCard _,
                            ObjectiveCard _,
                            ActionCard _,
                            WorkingDayCard _ ->
                            card;
                    case BlankCard _ -> throw new IllegalStateException("shown to nobody");
                };
        return Optional.of(
                new ShownCard(shown, stored.validTo(), hide && card instanceof ExperienceCard));
    }

    /** The entry as this reader may see it; empty if the reader may not know of it. */
    public static Optional<ShownActivity> show(StoredActivity stored, Reader reader) {
        Activity activity = stored.activity();
        if (!reader.sees(activity.visibility(), activity.kind(), activity.partner())) {
            return Optional.empty();
        }
        boolean hide = stored.hidden() && !reader.readsHidden(activity.partner());
        Activity shown =
                hide ? activity.withoutText(TOMBSTONES.contains(activity.type())) : activity;
        return Optional.of(new ShownActivity(shown, hide, reader));
    }

    private static ExperienceCard withoutText(ExperienceCard card) {
        String reason = card.hidesText() ? card.reason() : null;
        return card.with(card.headline().withoutText(), card.content().withoutText())
                .with(
                        new ExperienceCard.Review(
                                card.status(), card.publishedAt(), reason, List.of()))
                .with(card.engagement().withoutText());
    }
}
