package relais.feed.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Moments;
import relais.feed.query.Reader;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/**
 * Counts cards by the values of their facets: a small store's here, a large one's by the store
 * itself, in one pass either way. Here is faster as long as it is few, and it is exact on
 * mongo-java-server too, whose aggregations, unlike its queries, are not isolated from writes.
 *
 * @param small up to so many documents are counted here
 */
record FacetCounts(MongoModel model, Territories territories, long small) {

    private static final List<Facet> OF_TERRITORIES =
            List.of(Facet.REGION, Facet.DEPARTEMENT, Facet.ACADEMIE);

    private static final List<String> SINGLE = List.of("kind", "status", "level", "month");
    private static final List<String> MULTIPLE = List.of("axes", "territories");

    Map<Facet, Map<String, Long>> count(Filter filter, Reader reader) {
        Document query = FilterDocuments.cards(filter, reader, null);
        return model.cards().estimatedDocumentCount() <= small
                ? countHere(query, filter.asOf())
                : countThere(query, filter.asOf());
    }

    private Map<Facet, Map<String, Long>> countHere(Document query, @Nullable Instant asOf) {
        // One count a card, while a version replaces another: the higher one.
        var latest = new HashMap<String, Document>();
        for (Document card : model.cards().find(query).projection(fields())) {
            latest.merge(card.getString("aggregateId"), card, FacetCounts::higher);
        }
        var counts = new HashMap<String, Map<String, Long>>();
        for (Document card : latest.values()) {
            for (String field : SINGLE) {
                String value = card.getString(field);
                if (value != null) {
                    add(counts, field, value);
                }
            }
            for (String field : MULTIPLE) {
                card.getList(field, String.class, List.of())
                        .forEach(value -> add(counts, field, value));
            }
        }
        return facets(counts, asOf);
    }

    private static void add(Map<String, Map<String, Long>> counts, String field, String value) {
        counts.computeIfAbsent(field, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }

    private Map<Facet, Map<String, Long>> countThere(Document query, @Nullable Instant asOf) {
        Document counted =
                model.cards()
                        .aggregate(
                                List.of(
                                        new Document("$match", query),
                                        // One count a card, while a version replaces another.
                                        new Document("$group", highestOfEach()),
                                        new Document(
                                                "$replaceRoot", new Document("newRoot", "$last")),
                                        new Document("$facet", facets())))
                        .allowDiskUse(true)
                        .first();
        var counts = new HashMap<String, Map<String, Long>>();
        if (counted != null) {
            counted.keySet().forEach(field -> counts.put(field, values(counted, field)));
        }
        return facets(counts, asOf);
    }

    private static Document fields() {
        return each(new Document("aggregateId", 1).append("version", 1), _ -> 1);
    }

    /** Documents compare by their first field first, so that nothing is sorted. */
    private static Document highestOfEach() {
        Document version = each(new Document("version", "$version"), name -> "$" + name);
        return new Document("_id", "$aggregateId").append("last", new Document("$max", version));
    }

    private static Document facets() {
        return each(new Document(), name -> MULTIPLE.contains(name) ? byEach(name) : by(name));
    }

    private static Document each(Document document, Function<String, Object> value) {
        Stream.concat(SINGLE.stream(), MULTIPLE.stream())
                .forEach(name -> document.append(name, value.apply(name)));
        return document;
    }

    private static List<Document> by(String field) {
        return List.of(
                new Document(
                        "$group",
                        new Document("_id", "$" + field).append("n", new Document("$sum", 1))));
    }

    private static List<Document> byEach(String field) {
        var stages = new ArrayList<Document>();
        stages.add(new Document("$unwind", "$" + field));
        if (field.equals("territories")) {
            var counted = new Document("$gte", "academie:").append("$lt", "regioo");
            stages.add(new Document("$match", new Document(field, counted)));
        }
        stages.addAll(by(field));
        return stages;
    }

    private Map<Facet, Map<String, Long>> facets(
            Map<String, Map<String, Long>> byField, @Nullable Instant asOf) {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        counts.put(Facet.KIND, byField.getOrDefault("kind", Map.of()));
        counts.put(Facet.STATUS, byField.getOrDefault("status", Map.of()));
        counts.put(Facet.LEVEL, byField.getOrDefault("level", Map.of()));
        counts.put(Facet.MONTH, byField.getOrDefault("month", Map.of()));
        counts.put(Facet.AXIS, byField.getOrDefault("axes", Map.of()));
        LocalDate day = asOf == null ? null : Moments.dayOf(asOf);
        Map<String, Long> all = byField.getOrDefault("territories", Map.of());
        for (Facet facet : OF_TERRITORIES) {
            counts.put(facet, ofScheme(facet, all, day));
        }
        return counts;
    }

    /** Cards reach the territories of every vintage; readers of one day see those of that day. */
    private Map<String, Long> ofScheme(
            Facet facet, Map<String, Long> all, @Nullable LocalDate day) {
        String prefix = facet.name().toLowerCase(Locale.ROOT) + ":";
        var counts = new TreeMap<String, Long>();
        all.forEach(
                (id, count) -> {
                    if (id.startsWith(prefix) && isValid(id, day)) {
                        counts.put(id, count);
                    }
                });
        return counts;
    }

    private boolean isValid(String id, @Nullable LocalDate day) {
        return territories
                .find(TerritoryId.parse(id))
                .filter(
                        territory ->
                                day == null
                                        ? territory.validUntil() == null
                                        : territory.validOn(day))
                .isPresent();
    }

    private static Map<String, Long> values(Document counted, String facet) {
        var values = new TreeMap<String, Long>();
        List<Document> groups = counted.getList(facet, Document.class);
        for (Document group : groups == null ? List.<Document>of() : groups) {
            if (group.get("_id") instanceof String value
                    && group.get("n") instanceof Number count) {
                values.put(value, count.longValue());
            }
        }
        return values;
    }

    private static Document higher(Document one, Document other) {
        return one.getLong("version") > other.getLong("version") ? one : other;
    }
}
