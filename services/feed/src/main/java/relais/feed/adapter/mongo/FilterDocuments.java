package relais.feed.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Visibility;
import relais.feed.query.CardOrder;
import relais.feed.query.Filter;
import relais.feed.query.Positions;
import relais.feed.query.Reader;
import relais.feed.query.SearchWord;

/** What a reader asks for, as the store understands it. Values are only ever values. */
final class FilterDocuments {

    /**
     * A card's date is never after the beginning of a version of it, but for clocks that differ: as
     * of a past instant, what is dated later need not be looked at.
     */
    private static final Duration MARGIN = Duration.ofDays(1);

    private FilterDocuments() {}

    static Document cards(Filter filter, Reader reader, @Nullable String after) {
        return cards(filter, reader, CardOrder.DATE, after);
    }

    static Document cards(Filter filter, Reader reader, CardOrder order, @Nullable String after) {
        Document query = common(filter, reader, "partner", filter.readsText() || order.tellsText());
        put(query, "partner", filter.partners());
        put(query, "adopters", filter.adoptedBy());
        Instant asOf = filter.asOf();
        range(
                query,
                filter.from(),
                earlier(filter.to(), asOf == null ? null : asOf.plus(MARGIN)),
                order == CardOrder.DATE ? after : null);
        if (order != CardOrder.DATE) {
            // Greater than nothing: what has no place in the order is not in the list.
            var places = new Document("$gt", "");
            query.append(order.field(), after == null ? places : places.append("$lt", after));
        }
        practice(query, filter.practice());
        valid(query, asOf);
        return query;
    }

    static Document activities(Filter filter, Reader reader, @Nullable String after) {
        Document query = common(filter, reader, "partners", filter.readsText());
        put(query, "partners", filter.partners());
        put(query, "type", filter.types());
        Instant asOf = filter.asOf();
        // An entry of that very millisecond is in.
        Instant end = asOf == null ? null : asOf.plusMillis(1);
        range(query, filter.from(), earlier(filter.to(), end), after);
        return query;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return other == null || (one != null && one.isBefore(other)) ? one : other;
    }

    /** The version valid at an instant, or the current ones: two while one replaces the other. */
    static void valid(Document query, @Nullable Instant asOf) {
        if (asOf == null) {
            query.append("validTo", null);
            return;
        }
        Date at = Date.from(asOf);
        var later = new Document("validTo", new Document("$gt", at));
        query.append("validFrom", new Document("$lte", at))
                .append("$or", List.of(new Document("validTo", null), later));
    }

    static Document visible(Reader reader) {
        Document visible = meantFor(reader);
        if (reader.partner() == null || reader.visible().contains(Visibility.COMMITTEE)) {
            return visible;
        }
        Document own =
                new Document("partner", reader.partner())
                        .append("kind", Kind.EXPERIENCE.name())
                        .append("visibility", Visibility.COMMITTEE.name());
        return either(new Document(), visible, own);
    }

    private static Document meantFor(Reader reader) {
        List<String> names = reader.visible().stream().map(Visibility::name).sorted().toList();
        return names.size() == 1
                ? new Document("visibility", names.getFirst())
                : new Document("visibility", new Document("$in", names));
    }

    /** One more choice; another one may be made by {@code $or} itself. */
    private static Document either(Document query, Document... choices) {
        List<Document> all = new ArrayList<>(query.getList("$and", Document.class, List.of()));
        all.add(new Document("$or", List.of(choices)));
        return query.append("$and", all);
    }

    /**
     * @param partner the field of partners
     * @param tellsText whether the answer tells what is in a text
     */
    private static Document common(
            Filter filter, Reader reader, String partner, boolean tellsText) {
        Document query = visible(reader);
        put(query, "territories", filter.territories());
        put(query, "kind", filter.kinds());
        put(query, "axes", filter.axes());
        put(query, "level", filter.levels());
        put(query, "status", filter.statuses());
        put(query, "tags", filter.tags());
        words(query, filter.words(), partner);
        if (!tellsText || reader.readsAllHidden()) {
            return query;
        }
        Document told = new Document("hidden", new Document("$ne", true));
        if (reader.partner() != null) {
            return either(query, told, new Document("partner", reader.partner()));
        }
        query.putAll(told);
        return query;
    }

    private static void practice(Document query, Filter.Practice practice) {
        put(query, "costClass", practice.costs());
        put(query, "content.results.kind", practice.results());
        put(query, "audiences", practice.groups());
    }

    /** A word that only stands in texts needs no alternative, and the index of terms does. */
    private static void words(Document query, List<SearchWord> words, String partner) {
        var plain = new ArrayList<String>();
        for (SearchWord word : words) {
            if (word.isOnlyText()) {
                plain.addAll(word.terms());
            } else {
                either(
                        query,
                        new Document("terms", in(word.terms())),
                        new Document(partner, in(word.partners())),
                        new Document("territories", in(word.territories())));
            }
        }
        if (!plain.isEmpty()) {
            query.append("terms", new Document("$all", plain));
        }
    }

    private static Document in(Set<String> values) {
        return new Document("$in", values.stream().sorted().toList());
    }

    private static void range(
            Document query, @Nullable Instant from, @Nullable Instant to, @Nullable String after) {
        var range = new Document();
        if (from != null) {
            range.append("$gte", Positions.startOf(from));
        }
        String before = to == null ? null : Positions.startOf(to);
        if (after != null && (before == null || after.compareTo(before) < 0)) {
            before = after;
        }
        if (before != null) {
            range.append("$lt", before);
        }
        if (!range.isEmpty()) {
            query.append("position", range);
        }
    }

    /**
     * One of the values, any if there are none. One value is asked for as such: plain and quick.
     */
    private static void put(Document query, String field, Set<?> values) {
        List<String> wanted =
                values.stream()
                        .map(value -> value instanceof Enum<?> symbol ? symbol.name() : "" + value)
                        .sorted()
                        .toList();
        if (wanted.size() == 1) {
            query.append(field, wanted.getFirst());
        } else if (!wanted.isEmpty()) {
            query.append(field, new Document("$in", wanted));
        }
    }
}
