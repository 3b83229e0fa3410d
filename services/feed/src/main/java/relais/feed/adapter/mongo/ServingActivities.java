package relais.feed.adapter.mongo;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.Tally;

/** The entries of whichever model serves. */
final class ServingActivities implements Activities {

    private final Supplier<Activities> serving;

    ServingActivities(Supplier<Activities> serving) {
        this.serving = serving;
    }

    @Override
    public List<StoredActivity> page(
            Filter filter, Reader reader, @Nullable String after, int limit) {
        return serving.get().page(filter, reader, after, limit);
    }

    @Override
    public List<StoredActivity> all(Collection<String> eventIds) {
        return serving.get().all(eventIds);
    }

    @Override
    public Tally count(Filter filter, Reader reader) {
        return serving.get().count(filter, reader);
    }

    @Override
    public List<StoredActivity> beyond(LogVector vector, int limit) {
        return serving.get().beyond(vector, limit);
    }

    @Override
    public LogVector end() {
        return serving.get().end();
    }
}
