package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Activities;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.Tally;

/** Reads the entries of the feed. */
record MongoActivities(MongoModel model, RememberedLists lists) implements Activities {

    private record Page(Filter filter, Reader reader, @Nullable String after, int limit) {}

    /** What an entry is found by is not part of it. */
    private static final Document SHOWN =
            new Document("terms", 0).append("territories", 0).append("partners", 0);

    @Override
    public List<StoredActivity> page(
            Filter filter, Reader reader, @Nullable String after, int limit) {
        var query =
                model.activities()
                        .find(
                                FilterDocuments.activities(filter, reader, after),
                                StoredActivity.class)
                        .projection(SHOWN)
                        .sort(new Document("position", -1))
                        .limit(limit);
        return lists.list(
                new Page(filter, reader, after, limit), () -> query.into(new ArrayList<>()));
    }

    @Override
    public List<StoredActivity> all(Collection<String> eventIds) {
        var found = new ArrayList<StoredActivity>();
        Lookups.forEach(
                model.activities(),
                eventIds,
                SHOWN,
                document -> found.add(CardDocuments.readActivity(document)));
        return found;
    }

    @Override
    public Tally count(Filter filter, Reader reader) {
        var fields =
                new Document("_id", 0).append("type", 1).append("axes", 1).append("territories", 1);
        var tally = new Tally();
        for (Document entry :
                model.activities()
                        .find(FilterDocuments.activities(filter, reader, null))
                        .projection(fields)) {
            tally.add(
                    entry.getString("type"),
                    entry.getList("axes", String.class, List.of()),
                    entry.getList("territories", String.class, List.of()));
        }
        return tally;
    }

    @Override
    public List<StoredActivity> beyond(LogVector vector, int limit) {
        return model.activities()
                .find(beyond(vector), StoredActivity.class)
                .sort(new Document("lane", 1).append("offset", 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Document beyond(LogVector vector) {
        if (vector.offsets().isEmpty()) {
            return new Document();
        }
        var partitions = new ArrayList<Document>();
        vector.offsets()
                .forEach(
                        (partition, offset) ->
                                partitions.add(
                                        new Document("lane", partition)
                                                .append("offset", new Document("$gt", offset))));
        // A partition of which nothing has been read: all of it.
        partitions.add(
                new Document("lane", new Document("$nin", List.copyOf(vector.offsets().keySet()))));
        return new Document("$or", partitions);
    }

    @Override
    public LogVector end() {
        var order = new Document("$sort", new Document("lane", 1).append("offset", 1));
        var last = new Document("_id", "$lane").append("offset", new Document("$last", "$offset"));
        var ends = new TreeMap<String, Long>();
        for (Document end :
                model.activities()
                        .aggregate(List.of(order, new Document("$group", last)))
                        .allowDiskUse(true)) {
            ends.put(end.getString("_id"), end.get("offset", Number.class).longValue());
        }
        return new LogVector(ends);
    }
}
