package relais.feed.adapter.http;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Activity;
import relais.feed.query.Cards;
import relais.feed.query.ShownActivity;
import relais.territories.Territories;

/** Entries of the feed as JSON, each with a sentence in the reader's language. */
public final class EntryViews {

    private final Cards cards;
    private final Territories territories;
    private final Sentences sentences;

    public EntryViews(Cards cards, Territories territories, Sentences sentences) {
        this.cards = cards;
        this.territories = territories;
        this.sentences = sentences;
    }

    List<FeedEntry> list(Collection<ShownActivity> shown, @Nullable Instant asOf, Locale locale) {
        Names names = names(shown.stream().map(ShownActivity::activity).toList(), asOf);
        return shown.stream().map(each -> one(each, names, locale)).toList();
    }

    /** The names that these entries need, at an instant or now. */
    Names names(Collection<Activity> activities, @Nullable Instant asOf) {
        Set<String> partners = new HashSet<>();
        for (Activity activity : activities) {
            partners.add(activity.partner());
            if (activity.by() != null) {
                partners.add(activity.by());
            }
        }
        return new Names(territories, cards.partnerNames(partners, asOf));
    }

    FeedEntry one(ShownActivity shown, Names names, Locale locale) {
        Activity activity = shown.activity();
        Activity.Summary card = activity.card();
        Named partner = names.partner(activity.partner());
        Named by = names.partnerOrNull(activity.by());
        return new FeedEntry(
                activity.id(),
                activity.type(),
                activity.stamp().time(),
                sentence(shown, partner, by, locale),
                card.kind(),
                partner,
                by,
                names.territory(card.territory()),
                new FeedEntry.CardSummary(
                        activity.stamp().aggregateId(),
                        card.version(),
                        card.status(),
                        orNull(card.title()),
                        orNull(card.preview()),
                        card.level(),
                        card.axes(),
                        card.tags()),
                activity.note(),
                activity.stamp().archive(),
                shown.textHidden());
    }

    private String sentence(ShownActivity shown, Named partner, @Nullable Named by, Locale locale) {
        String title =
                shown.textHidden()
                        ? sentences.fill("activity.hidden-title", Map.of(), locale)
                        : shown.activity().card().title();
        return sentences.fill(
                "activity." + shown.activity().type(),
                Map.of(
                        "partner",
                        partner.name(),
                        "by",
                        by == null ? partner.name() : by.name(),
                        "title",
                        title),
                locale);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
