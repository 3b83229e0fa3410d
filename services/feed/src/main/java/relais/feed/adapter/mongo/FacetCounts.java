package relais.feed.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** What an author wrote: it is not counted of a card of which the text is hidden. */
    private static final Map<Facet, String> TOLD_SINGLE =
            Map.of(Facet.COST, "costClass", Facet.RESULTS, "content.results.kind");

    private static final Map<Facet, String> TOLD_MULTIPLE =
            Map.of(Facet.TAG, "tags", Facet.AUDIENCE, "audiences");

    Map<Facet, Map<String, Long>> count(Filter filter, Reader reader, Set<Facet> others) {
        Document query = FilterDocuments.cards(filter, reader, null);
        var counting =
                new Counting(
                        fields(SINGLE, TOLD_SINGLE, others),
                        fields(MULTIPLE, TOLD_MULTIPLE, others),
                        reader.readsAllHidden());
        Map<String, Map<String, Long>> counts =
                model.cards().estimatedDocumentCount() <= small
                        ? countHere(query, counting)
                        : countThere(query, counting);
        return facets(counts, filter.asOf(), others);
    }

    private static List<String> fields(
            List<String> always, Map<Facet, String> told, Set<Facet> others) {
        return Stream.concat(
                        always.stream(),
                        told.entrySet().stream()
                                .filter(each -> others.contains(each.getKey()))
                                .map(Map.Entry::getValue)
                                .sorted())
                .toList();
    }

    /**
     * By which fields cards are counted.
     *
     * @param hidden whether the reader reads what is hidden
     */
    private record Counting(List<String> single, List<String> multiple, boolean hidden) {

        /** Whether a field is counted only where the text may be read. */
        boolean isTold(String field) {
            return !hidden
                    && (TOLD_SINGLE.containsValue(field) || TOLD_MULTIPLE.containsValue(field));
        }

        Stream<String> fields() {
            return Stream.concat(single.stream(), multiple.stream());
        }
    }

    private Map<String, Map<String, Long>> countHere(Document query, Counting counting) {
        // One count a card, while a version replaces another: the higher one.
        var latest = new HashMap<String, Document>();
        var fields = new Document("aggregateId", 1).append("version", 1).append("hidden", 1);
        counting.fields().forEach(field -> fields.append(field, 1));
        for (Document card : model.cards().find(query).projection(fields)) {
            latest.merge(card.getString("aggregateId"), card, FacetCounts::higher);
        }
        var counts = new HashMap<String, Map<String, Long>>();
        for (Document card : latest.values()) {
            boolean silent = card.getBoolean("hidden", false);
            for (String field : counting.single()) {
                String value = card.getEmbedded(List.of(field.split("\\.")), String.class);
                if (value != null && !(silent && counting.isTold(field))) {
                    add(counts, field, value);
                }
            }
            for (String field : counting.multiple()) {
                if (!(silent && counting.isTold(field))) {
                    card.getList(field, String.class, List.of())
                            .forEach(value -> add(counts, field, value));
                }
            }
        }
        return counts;
    }

    private static void add(Map<String, Map<String, Long>> counts, String field, String value) {
        counts.computeIfAbsent(field, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }

    private Map<String, Map<String, Long>> countThere(Document query, Counting counting) {
        Document counted =
                model.cards()
                        .aggregate(
                                List.of(
                                        new Document("$match", query),
                                        // One count a card, while a version replaces another.
                                        new Document("$group", highestOfEach(counting)),
                                        new Document(
                                                "$replaceRoot", new Document("newRoot", "$last")),
                                        new Document("$facet", facets(counting))))
                        .allowDiskUse(true)
                        .first();
        var counts = new HashMap<String, Map<String, Long>>();
        if (counted != null) {
            counting.fields().forEach(field -> counts.put(field, values(counted, output(field))));
        }
        return counts;
    }

    /** The name of a field in an aggregate: one with a point would be a field of a field. */
    private static String output(String field) {
        return field.replace('.', '_');
    }

    /** Documents compare by their first field first, so that nothing is sorted. */
    private static Document highestOfEach(Counting counting) {
        var version = new Document("version", "$version").append("hidden", "$hidden");
        counting.fields().forEach(field -> version.append(output(field), "$" + field));
        return new Document("_id", "$aggregateId").append("last", new Document("$max", version));
    }

    private static Document facets(Counting counting) {
        var facets = new Document();
        counting.single().forEach(field -> facets.append(output(field), by(field, counting)));
        counting.multiple().forEach(field -> facets.append(output(field), byEach(field, counting)));
        return facets;
    }

    private static List<Document> by(String field, Counting counting) {
        var stages = new ArrayList<Document>();
        if (counting.isTold(field)) {
            var shown = new Document("hidden", new Document("$ne", true));
            stages.add(new Document("$match", shown));
        }
        stages.add(
                new Document(
                        "$group",
                        new Document("_id", "$" + output(field))
                                .append("n", new Document("$sum", 1))));
        return stages;
    }

    private static List<Document> byEach(String field, Counting counting) {
        var stages = new ArrayList<Document>();
        stages.add(new Document("$unwind", "$" + field));
        if (field.equals("territories")) {
            var counted = new Document("$gte", "academie:").append("$lt", "regioo");
            stages.add(new Document("$match", new Document(field, counted)));
        }
        stages.addAll(by(field, counting));
        return stages;
    }

    private Map<Facet, Map<String, Long>> facets(
            Map<String, Map<String, Long>> byField, @Nullable Instant asOf, Set<Facet> others) {
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        counts.put(Facet.KIND, byField.getOrDefault("kind", Map.of()));
        counts.put(Facet.STATUS, byField.getOrDefault("status", Map.of()));
        counts.put(Facet.LEVEL, byField.getOrDefault("level", Map.of()));
        counts.put(Facet.MONTH, byField.getOrDefault("month", Map.of()));
        counts.put(Facet.AXIS, byField.getOrDefault("axes", Map.of()));
        for (Map<Facet, String> told : List.of(TOLD_SINGLE, TOLD_MULTIPLE)) {
            told.forEach(
                    (facet, field) -> {
                        if (others.contains(facet)) {
                            counts.put(facet, byField.getOrDefault(field, Map.of()));
                        }
                    });
        }
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
