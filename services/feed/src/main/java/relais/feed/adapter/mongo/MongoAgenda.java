package relais.feed.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.feed.query.Filter;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;

/** Reads what is due, and when the committee meets. All of it is public. */
record MongoAgenda(MongoModel model, Cards cards) implements Agenda {

    @Override
    public Listing latest(Filter filter, Reader reader, int limit) {
        return listing(
                cards.page(filter, reader, null, limit),
                FilterDocuments.cards(filter, reader, null),
                limit);
    }

    @Override
    public Listing actions(
            String axis,
            Set<Status> statuses,
            @Nullable LocalDate dueBefore,
            @Nullable Instant asOf,
            int limit) {
        List<String> names = statuses.stream().map(Status::name).sorted().toList();
        Document query =
                FilterDocuments.visible(Reader.PUBLIC)
                        .append("kind", Kind.ACTION.name())
                        .append("axes", axis)
                        .append("status", new Document("$in", names));
        FilterDocuments.valid(query, asOf);
        if (dueBefore != null) {
            query.append("dueOn", new Document("$lt", dueBefore.toString()));
        }
        var soonest = new Document("dueOn", 1).append("position", -1).append("version", 1);
        return listing(
                MongoCards.firstOfEach(
                        model.cards()
                                .find(query, StoredCard.class)
                                .projection(MongoCards.LISTED)
                                .sort(soonest),
                        limit),
                query,
                limit);
    }

    @Override
    public Optional<StoredCard> workingDayBefore(LocalDate day) {
        Document query =
                FilterDocuments.visible(Reader.PUBLIC)
                        .append("kind", Kind.WORKING_DAY.name())
                        .append("status", new Document("$ne", Status.CANCELLED.name()))
                        .append("heldOn", new Document("$lt", day.toString()));
        FilterDocuments.valid(query, null);
        var latest = new Document("heldOn", -1).append("version", -1);
        return Optional.ofNullable(
                model.cards()
                        .find(query, StoredCard.class)
                        .projection(MongoCards.WHOLE)
                        .sort(latest)
                        .first());
    }

    /** A list that is not full is all there is. */
    private Listing listing(List<StoredCard> found, Document query, int limit) {
        return new Listing(found, found.size() < limit ? found.size() : count(query));
    }

    /** Subjects, not versions: for a moment one of them has two that are current. */
    private long count(Document query) {
        var stages =
                List.of(
                        new Document("$match", query),
                        new Document("$group", new Document("_id", "$aggregateId")),
                        new Document("$count", "n"));
        Document counted = model.cards().aggregate(stages).allowDiskUse(true).first();
        return counted == null ? 0 : counted.get("n", Number.class).longValue();
    }
}
