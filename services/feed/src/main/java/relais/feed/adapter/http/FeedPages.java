package relais.feed.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.Redaction;
import relais.feed.query.ShownActivity;
import relais.feed.query.StoredActivity;
import relais.web.Limits;
import relais.web.Page;

/** Pages of the feed, the same for JSON and Atom. */
public final class FeedPages {

    private static final ListCursors CURSORS = new ListCursors("feed");

    private final Activities activities;
    private final EntryViews views;

    public FeedPages(Activities activities, EntryViews views) {
        this.activities = activities;
        this.views = views;
    }

    Page<FeedEntry> page(
            Filter filter,
            Reader reader,
            @Nullable String cursor,
            @Nullable String rawLimit,
            Locale locale) {
        int limit = Limits.limit(rawLimit);
        // One more than asked for tells whether there is a next page.
        List<StoredActivity> found =
                activities.page(filter, reader, CURSORS.position(cursor), limit + 1);
        List<StoredActivity> page = found.subList(0, Math.min(limit, found.size()));
        List<ShownActivity> shown =
                page.stream()
                        .map(stored -> Redaction.show(stored, reader))
                        .flatMap(Optional::stream)
                        .toList();
        return new Page<>(
                views.list(shown, filter.asOf(), locale),
                found.size() > limit ? CURSORS.after(page.getLast().position()) : null);
    }
}
