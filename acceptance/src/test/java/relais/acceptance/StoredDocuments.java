package relais.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Of every kind of document in every collection: the fields that any of them has with their BSON
 * types, and the one with the most fields as canonical extended JSON.
 */
final class StoredDocuments implements AutoCloseable {

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).indent(true).build();

    /** Keys that are values: identifiers, territories, days, numbers. */
    private static final Pattern VALUE =
            Pattern.compile("[a-z]{1,3}-[^.]+|[a-z]+:[^.]+|\\d.*|relais\\..*|[0-9a-f]{8,}.*");

    private final MongoClient client;
    private final Normal normal;

    StoredDocuments(Stack stack, Normal normal) {
        this.client = MongoClients.create(stack.local().mongoUri());
        this.normal = normal;
    }

    /** By file, one a database. */
    Map<String, String> described() {
        Map<String, String> described = new TreeMap<>();
        for (String name : client.listDatabaseNames()) {
            if (!Set.of("admin", "config", "local").contains(name)) {
                described.put(name + ".txt", described(client.getDatabase(name)));
            }
        }
        return described;
    }

    private String described(MongoDatabase database) {
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(database.listCollectionNames().into(new TreeSet<>()))) {
            kinds(database.getCollection(name, BsonDocument.class))
                    .forEach(
                            (kind, documents) ->
                                    text.append("## ")
                                            .append(name)
                                            .append(kind.isEmpty() ? "" : ", " + kind)
                                            .append("\n\n")
                                            .append(String.join("\n", documents.fields()))
                                            .append("\n\n")
                                            .append(documents.richest)
                                            .append("\n\n"));
        }
        return text.toString();
    }

    private Map<String, Documents> kinds(MongoCollection<BsonDocument> collection) {
        Map<String, Documents> kinds = new TreeMap<>();
        for (BsonDocument document : collection.find()) {
            kinds.computeIfAbsent(kind(document), first -> new Documents()).add(document);
        }
        return kinds;
    }

    private static String kind(BsonDocument document) {
        for (String name : new String[] {"kind", "type", "_t"}) {
            BsonValue kind = document.get(name);
            if (kind != null && kind.isString()) {
                return kind.asString().getValue();
            }
        }
        BsonValue id = document.get("_id");
        return id != null && id.isString() && id.asString().getValue().matches("[a-z]{1,3}-.*")
                ? id.asString().getValue().replaceFirst("-.*", "")
                : "";
    }

    private final class Documents {

        private static final Comparator<String> RICHEST =
                Comparator.comparingLong((String text) -> text.lines().count())
                        .thenComparing(Comparator.reverseOrder());

        private final Map<String, Set<String>> types = new TreeMap<>();
        private String richest = "";

        void add(BsonDocument document) {
            collect("", document);
            String text = normal.of(sorted(document).toJson(CANONICAL));
            if (richest.isEmpty() || RICHEST.compare(text, richest) > 0) {
                richest = text;
            }
        }

        /** The order of a document's fields tells a reader nothing. */
        private BsonDocument sorted(BsonDocument document) {
            BsonDocument sorted = new BsonDocument();
            new TreeMap<>(document).forEach((name, value) -> sorted.append(name, sorted(value)));
            return sorted;
        }

        private BsonValue sorted(BsonValue value) {
            return switch (value) {
                case BsonDocument document -> sorted(document);
                case BsonArray array -> new BsonArray(array.stream().map(this::sorted).toList());
                default -> value;
            };
        }

        Set<String> fields() {
            Set<String> fields = new TreeSet<>();
            types.forEach((path, of) -> fields.add(path + ": " + String.join(", ", of)));
            return fields;
        }

        private void collect(String path, BsonValue value) {
            if (!path.isEmpty()) {
                types.computeIfAbsent(path, first -> new TreeSet<>())
                        .add(value.getBsonType().name());
            }
            if (value instanceof BsonDocument document) {
                document.forEach(
                        (name, of) ->
                                collect(
                                        (path.isEmpty() ? "" : path + ".")
                                                + (VALUE.matcher(name).matches() ? "*" : name),
                                        of));
            } else if (value instanceof BsonArray array) {
                array.forEach(of -> collect(path + "[]", of));
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
