package relais.feed.oracle;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One set of collections, read straight from MongoDB, and what in it is not as it must be. */
final class ReadModel {

    /** Differences told at most: one wrong fold makes thousands. */
    private static final int MOST = 40;

    private static final int CHUNK = 250;

    /** Sets, of which the order says nothing. */
    private static final Set<String> SETS = Set.of("terms", "territories");

    /** Names, and checksums of the bytes, which say nothing of their own. */
    private static final Set<String> NOT_SAID = Set.of("_id", "print");

    private final MongoCollection<Document> cards;
    private final MongoCollection<Document> activities;
    private final MongoCollection<Document> references;

    ReadModel(MongoDatabase database, String cards, String activities, String references) {
        this.cards = database.getCollection(cards);
        this.activities = database.getCollection(activities);
        this.references = database.getCollection(references);
    }

    /** The set {@code cards_v<n>}, {@code activities_v<n>}, {@code references_v<n>}. */
    static ReadModel version(MongoDatabase database, int number) {
        return new ReadModel(
                database, "cards_v" + number, "activities_v" + number, "references_v" + number);
    }

    /** Every version of every card, every entry, every reference, field by field. */
    List<Difference> differencesFrom(Oracle oracle) {
        var differences = new ArrayList<Difference>();
        compare(cards, oracle.cards(), differences);
        compare(activities, oracle.activities(), differences);
        compareReferences(oracle, differences);
        return differences;
    }

    private static void compare(
            MongoCollection<Document> collection,
            SortedMap<String, Map<String, Object>> expected,
            List<Difference> differences) {
        String name = collection.getNamespace().getCollectionName();
        List<String> ids = List.copyOf(expected.keySet());
        long count = collection.countDocuments();
        if (count != ids.size()) {
            differences.add(new Difference(name, "documents", ids.size(), count));
            strangers(collection, ids, differences);
        }
        for (int from = 0; from < ids.size() && differences.size() < MOST; from += CHUNK) {
            List<String> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            Map<String, Map<String, Object>> found = find(collection, chunk);
            for (String id : chunk) {
                Map<String, Object> fields = found.get(id);
                if (fields == null) {
                    differences.add(new Difference(name + " " + id, "", "a document", null));
                } else {
                    differences.addAll(
                            Difference.between(
                                    name + " " + id, expected.getOrDefault(id, Map.of()), fields));
                }
            }
        }
    }

    /** By their ids, which every MongoDB finds without a scan. */
    private static Map<String, Map<String, Object>> find(
            MongoCollection<Document> collection, Collection<String> ids) {
        var found = new TreeMap<String, Map<String, Object>>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .forEach(document -> found.put(document.getString("_id"), fields(document)));
        return found;
    }

    private static void strangers(
            MongoCollection<Document> collection,
            Collection<String> ids,
            List<Difference> differences) {
        Set<String> known = new HashSet<>(ids);
        ids(
                collection,
                new Document(),
                id -> {
                    if (!known.contains(id) && differences.size() < MOST) {
                        differences.add(
                                new Difference(
                                        collection.getNamespace().getCollectionName(),
                                        id,
                                        null,
                                        "a document"));
                    }
                });
    }

    private static void ids(
            MongoCollection<Document> collection, Document query, Consumer<String> found) {
        collection
                .find(query)
                .projection(new Document("_id", 1))
                .forEach(document -> found.accept(document.getString("_id")));
    }

    private void compareReferences(Oracle oracle, List<Difference> differences) {
        SortedMap<String, SortedSet<String>> referrers = new TreeMap<>();
        SortedMap<String, SortedSet<String>> messages = new TreeMap<>();
        references
                .find()
                .forEach(
                        document -> {
                            Map<String, Object> fields = fields(document);
                            String id = document.getString("_id");
                            // The messages about a card are spread over documents <card>/<n>.
                            String card = id.replaceFirst("/\\d+$", "");
                            Fields.texts(fields, "referrers")
                                    .forEach(each -> add(referrers, card, each));
                            Fields.records(fields, "posted")
                                    .forEach(each -> add(messages, card, message(each, "POSTED")));
                            Fields.records(fields, "redacted")
                                    .forEach(
                                            each -> add(messages, card, message(each, "REDACTED")));
                        });
        String name = references.getNamespace().getCollectionName();
        differences.addAll(Difference.between(name + " referrers", oracle.referrers(), referrers));
        differences.addAll(Difference.between(name + " messages", oracle.messages(), messages));
    }

    private static String message(Map<String, Object> entry, String status) {
        return "%s %s %s".formatted(entry.get("id"), status, entry.get("at"));
    }

    private static void add(
            SortedMap<String, SortedSet<String>> sets, String name, String element) {
        sets.computeIfAbsent(name, id -> new TreeSet<>()).add(element);
    }

    /** Ids of the versions that are the answer at an instant: those begun, and not ended yet. */
    SortedSet<String> asOf(Instant at) {
        var valid = new TreeSet<String>();
        Date date = Date.from(at);
        ids(
                cards,
                new Document("validFrom", new Document("$lte", date))
                        .append(
                                "$or",
                                List.of(
                                        new Document("validTo", null),
                                        new Document("validTo", new Document("$gt", date)))),
                valid::add);
        return valid;
    }

    /** A document but for its id, as the oracle writes it. */
    private static Map<String, Object> fields(Document document) {
        var fields = new TreeMap<String, Object>();
        document.forEach(
                (name, stored) -> {
                    Object value = value(stored);
                    if (!NOT_SAID.contains(name) && Fields.isThere(value)) {
                        fields.put(
                                name,
                                SETS.contains(name) && value instanceof List<?> set
                                        ? set.stream().sorted().toList()
                                        : value);
                    }
                });
        return fields;
    }

    private static @Nullable Object value(@Nullable Object stored) {
        return switch (stored) {
            case null -> null;
            case Date date -> Fields.text(date.toInstant());
            case Integer number -> number.longValue();
            case Document nested -> fields(nested);
            case List<?> list -> list.stream().map(ReadModel::value).toList();
            default -> stored;
        };
    }
}
