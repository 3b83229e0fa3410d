package relais.feed.adapter.http;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.feed.projection.Activity;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.Vocabulary;

/** Pages of the feed, the same for JSON and Atom. */
@Component
final class FeedPages {

    private final SearchedList<StoredActivity> list;
    private final EntryViews views;

    FeedPages(Activities activities, EntryViews views, Vocabulary vocabulary) {
        this.views = views;
        this.list =
                new SearchedList<>(
                        "feed",
                        activities::page,
                        StoredActivity::position,
                        stored -> {
                            Activity.Summary card = stored.activity().card();
                            return new SearchedList.Headline(
                                    card.title(), card.preview(), stored.activity().tags());
                        },
                        vocabulary);
    }

    /**
     * A page.
     *
     * @param widen whether similar words are searched where nothing has those of the question
     */
    FoundPage<FeedEntry> page(
            Filter asked, Reader reader, Paging paging, boolean widen, Locale locale) {
        SearchedList.Found<StoredActivity> found = list.page(asked, reader, paging, widen);
        List<FeedEntry> entries = views.list(found.items(), reader, asked.asOf(), locale);
        return new FoundPage<>(
                entries,
                found.nextCursor(),
                FoundPage.search(
                        found.filter(),
                        found.similar(),
                        entries.stream().flatMap(FeedEntry::texts)));
    }
}
