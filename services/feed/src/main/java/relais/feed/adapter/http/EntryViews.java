package relais.feed.adapter.http;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.feed.projection.Activity;
import relais.feed.projection.Kind;
import relais.feed.query.Activities;
import relais.feed.query.Cards;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownActivity;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;
import relais.territories.Territories;

/** Entries of the feed as JSON, each with a sentence in the reader's language. */
@Component
public record EntryViews(Cards cards, Territories territories, Sentences sentences) {

    /** What made these versions, by event id, as far as the reader may know of it. */
    Map<String, VersionEvent> ofVersions(
            Collection<StoredCard> versions,
            Activities activities,
            Reader reader,
            @Nullable Instant asOf,
            Locale locale) {
        List<String> ids = versions.stream().map(each -> each.card().revision().id()).toList();
        return list(activities.all(ids), reader, asOf, locale).stream()
                .collect(Collectors.toMap(FeedEntry::id, VersionEvent::of));
    }

    List<FeedEntry> list(
            Collection<StoredActivity> stored,
            Reader reader,
            @Nullable Instant asOf,
            Locale locale) {
        List<ShownActivity> shown = Redaction.entries(stored, reader);
        Names names = names(shown.stream().map(ShownActivity::activity).toList(), asOf);
        return shown.stream().map(each -> one(each, names, locale)).toList();
    }

    /** The names that these entries need, at an instant or now. */
    Names names(Collection<Activity> activities, @Nullable Instant asOf) {
        Set<String> partners = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (Activity activity : activities) {
            partners.add(activity.partner());
            if (activity.by() != null) {
                partners.add(activity.by());
            }
            if (activity.subject() != null) {
                subjects.add(activity.subject());
            }
        }
        return new Names(
                territories, cards.partnerNames(partners, asOf), cards.all(subjects, asOf));
    }

    FeedEntry one(ShownActivity shown, Names names, Locale locale) {
        Activity activity = shown.activity();
        Activity.Summary card = activity.card();
        Named partner = names.partner(activity.partner());
        Named by = names.partnerOrNull(activity.by());
        CardRef subject = names.cardOrNull(activity.subject(), shown.reader());
        return new FeedEntry(
                activity.id(),
                activity.type(),
                activity.stamp().time(),
                sentence(shown, partner, by, subject, locale),
                activity.kind(),
                partner,
                by,
                names.territory(card.territory()),
                new FeedEntry.CardSummary(
                        activity.stamp().aggregateId(),
                        card.version(),
                        activity.status(),
                        orNull(card.title()),
                        orNull(card.preview()),
                        activity.level(),
                        activity.axes(),
                        activity.tags()),
                subject,
                activity.note(),
                activity.stamp().archive(),
                shown.textHidden());
    }

    private String sentence(
            ShownActivity shown,
            Named partner,
            @Nullable Named by,
            @Nullable CardRef subject,
            Locale locale) {
        String about = title(subject == null ? null : subject.title(), locale);
        Activity.Summary card = shown.activity().card();
        // A message has no title of its own.
        String own = shown.textHidden() ? null : card.title();
        String title =
                shown.activity().kind() == Kind.MESSAGE && subject != null
                        ? about
                        : title(own, locale);
        String actor = by == null ? partner.name() : by.name();
        var words =
                Map.of("partner", partner.name(), "by", actor, "title", title, "subject", about);
        return sentences.fill("activity." + shown.activity().type(), words, locale);
    }

    /** Of a card that the reader may not read, only that it is there. */
    private String title(@Nullable String title, Locale locale) {
        return title == null ? sentences.fill("activity.hidden-title", Map.of(), locale) : title;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
