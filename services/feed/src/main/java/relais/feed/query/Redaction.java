package relais.feed.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.Activity;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
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

    /** The card as this reader may see it; empty if the reader may not know of it. */
    public static Optional<ShownCard> show(StoredCard stored, Reader reader) {
        Card card = stored.card();
        if (!reader.sees(card)) {
            return Optional.empty();
        }
        if (reader.seesAll()) {
            return Optional.of(new ShownCard(card, stored.validTo(), false));
        }
        return Optional.of(
                switch (card) {
                    case PartnerCard partner ->
                            new ShownCard(withoutMandates(partner), stored.validTo(), false);
                    case ExperienceCard experience
                            when stored.hidden() && !reader.readsHidden(experience.partner()) ->
                            new ShownCard(withoutText(experience), stored.validTo(), true);
                    case ExperienceCard experience ->
                            new ShownCard(experience, stored.validTo(), false);
                    case ContributionCard contribution
                            when contribution.status() == Status.WITHDRAWN ->
                            new ShownCard(withdrawn(contribution), stored.validTo(), false);
                    case ContributionCard contribution ->
                            new ShownCard(contribution, stored.validTo(), false);
                    case ObjectiveCard objective ->
                            new ShownCard(objective, stored.validTo(), false);
                    case ActionCard action -> new ShownCard(action, stored.validTo(), false);
                    case WorkingDayCard day -> new ShownCard(day, stored.validTo(), false);
                    case MessageCard message ->
                            new ShownCard(withoutMandate(message), stored.validTo(), false);
                    case BlankCard blank -> throw new IllegalStateException("shown to nobody");
                });
    }

    /** The entry as this reader may see it; empty if the reader may not know of it. */
    public static Optional<ShownActivity> show(StoredActivity stored, Reader reader) {
        Activity activity = stored.activity();
        if (!reader.sees(activity.visibility(), activity.card().kind(), activity.partner())) {
            return Optional.empty();
        }
        boolean hide = stored.hidden() && !reader.readsHidden(activity.partner());
        return Optional.of(
                new ShownActivity(hide ? withoutText(activity) : activity, hide, reader));
    }

    private static PartnerCard withoutMandates(PartnerCard card) {
        return new PartnerCard(
                card.revision(),
                card.profile(),
                card.status(),
                card.charterSignedOn(),
                card.committee(),
                card.reason(),
                List.of());
    }

    private static ExperienceCard withoutText(ExperienceCard card) {
        var review = card.review();
        var engagement = card.engagement();
        return new ExperienceCard(
                card.revision(),
                card.origin(),
                withoutText(card.content()),
                new ExperienceCard.Review(
                        review.status(),
                        review.firstPublishedAt(),
                        card.hidesText() ? review.reason() : null,
                        List.of()),
                new ExperienceCard.Engagement(
                        engagement.endorsements().stream().map(Redaction::withoutText).toList(),
                        engagement.adoptions().stream().map(Redaction::withoutText).toList(),
                        withoutText(engagement.highlight()),
                        engagement.lastConfirmedOn()));
    }

    private static ContributionCard withdrawn(ContributionCard card) {
        var text = card.text();
        return new ContributionCard(
                card.revision(),
                card.opening(),
                new ContributionCard.Text(
                        text.title(), null, text.axes(), List.of(), text.textVersion(), null),
                List.of(),
                List.of(),
                null,
                card.life());
    }

    private static MessageCard withoutMandate(MessageCard card) {
        var posting = card.posting();
        return new MessageCard(
                card.revision(),
                new MessageCard.Posting(
                        posting.subject(),
                        posting.partner(),
                        "",
                        posting.territory(),
                        posting.length(),
                        posting.inReplyTo()),
                card.status(),
                card.redaction());
    }

    private static Content withoutText(Content content) {
        return new Content(
                "",
                "",
                content.territory(),
                content.level(),
                content.axes(),
                List.of(),
                null,
                content.startedOn(),
                content.endedOn(),
                "",
                "",
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                content.licence());
    }

    private static ExperienceCard.Endorsement withoutText(ExperienceCard.Endorsement endorsement) {
        return new ExperienceCard.Endorsement(endorsement.partner(), endorsement.at(), null);
    }

    private static ExperienceCard.Adoption withoutText(ExperienceCard.Adoption adoption) {
        return new ExperienceCard.Adoption(
                adoption.id(),
                adoption.partner(),
                adoption.territory(),
                adoption.adoptedOn(),
                null,
                null,
                null,
                adoption.reportedOn(),
                adoption.endedOn(),
                null);
    }

    private static ExperienceCard.@Nullable Highlight withoutText(
            ExperienceCard.@Nullable Highlight highlight) {
        return highlight == null
                ? null
                : new ExperienceCard.Highlight(null, highlight.since(), highlight.until());
    }

    private static Activity withoutText(Activity activity) {
        var card = activity.card();
        boolean tombstone = TOMBSTONES.contains(activity.type());
        return new Activity(
                activity.stamp(),
                activity.type(),
                activity.visibility(),
                activity.partner(),
                activity.by(),
                activity.territories(),
                new Activity.Summary(
                        card.version(),
                        card.kind(),
                        card.status(),
                        "",
                        "",
                        card.territory(),
                        card.level(),
                        card.axes(),
                        List.of()),
                tombstone ? activity.note() : null,
                activity.subject());
    }
}
