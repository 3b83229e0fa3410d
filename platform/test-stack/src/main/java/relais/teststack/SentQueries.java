package relais.teststack;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What services under test ask MongoDB, one command of each shape, and the indexes that they make.
 * A shape is a command without its values: two reads of different territories are one.
 */
final class SentQueries implements CommandListener {

    private static final SentQueries SHARED = new SentQueries();

    /** What belongs to a connection or a session, and no explanation takes. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "$db",
                    "lsid",
                    "$clusterTime",
                    "$readPreference",
                    "txnNumber",
                    "writeConcern",
                    "readConcern",
                    "maxTimeMS",
                    "ordered",
                    "bypassDocumentValidation");

    private final Map<String, SentQuery> queries = new ConcurrentSkipListMap<>();
    private final Map<String, Set<BsonDocument>> indexes = new ConcurrentHashMap<>();

    SentQueries() {}

    /** Those of all services that run in this process. */
    static SentQueries shared() {
        return SHARED;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String name = event.getCommandName();
        BsonValue target = command.get(name);
        if (target == null || !target.isString()) {
            return;
        }
        String collection = target.asString().getValue();
        if (isOfATest() && !name.equals("createIndexes")) {
            return;
        }
        switch (name) {
            case "find" -> add(event, collection, part(command, "filter"), part(command, "sort"));
            case "count" -> {
                // Without a filter a collection knows how many it has.
                if (!part(command, "query").isEmpty()) {
                    add(event, collection, part(command, "query"), new BsonDocument());
                }
            }
            // The values of an index in its order are each seen once.
            case "distinct" ->
                    add(
                            event,
                            collection,
                            part(command, "query"),
                            new BsonDocument(
                                    command.getString("key").getValue(), new BsonInt32(1)));
            case "findAndModify" ->
                    add(event, collection, part(command, "query"), part(command, "sort"));
            case "aggregate" -> addPipeline(event, collection, command.getArray("pipeline"));
            case "update" -> addStatements(event, collection, "updates");
            case "delete" -> addStatements(event, collection, "deletes");
            case "createIndexes" ->
                    command.getArray("indexes")
                            .forEach(index -> indexes(collection).add(copy(index.asDocument())));
            default -> {
                // Asks for no documents.
            }
        }
    }

    /** Tests look into a store by themselves, on the thread that runs them or that waits. */
    private static boolean isOfATest() {
        String thread = Thread.currentThread().getName();
        return thread.equals("main") || thread.startsWith("awaitility");
    }

    private void addPipeline(CommandStartedEvent event, String collection, BsonArray pipeline) {
        Optional<BsonDocument> match = stage(pipeline, 0, "$match");
        Optional<BsonDocument> sort = stage(pipeline, match.isPresent() ? 1 : 0, "$sort");
        add(
                event,
                collection,
                match.orElseGet(BsonDocument::new),
                sort.orElseGet(BsonDocument::new));
    }

    private static Optional<BsonDocument> stage(BsonArray pipeline, int at, String name) {
        return pipeline.size() > at && pipeline.get(at).asDocument().containsKey(name)
                ? Optional.of(pipeline.get(at).asDocument().getDocument(name))
                : Optional.empty();
    }

    private void addStatements(CommandStartedEvent event, String collection, String name) {
        // There may be hundreds in one command, of which each part is decoded whenever it is read.
        var head = new BsonDocument();
        event.getCommand().forEach(head::put);
        BsonArray statements = head.getArray(name, new BsonArray());
        for (BsonValue each : statements) {
            var one = new BsonDocument();
            one.putAll(head);
            one.put(name, new BsonArray(List.of(each)));
            add(event, collection, part(each.asDocument(), "q"), new BsonDocument(), one);
        }
    }

    private void add(
            CommandStartedEvent event, String collection, BsonDocument filter, BsonDocument sort) {
        add(event, collection, filter, sort, event.getCommand());
    }

    private void add(
            CommandStartedEvent event,
            String collection,
            BsonDocument filter,
            BsonDocument sort,
            BsonDocument command) {
        String shape =
                "%s %s %s%s"
                        .formatted(
                                event.getCommandName(),
                                unnumbered(collection),
                                shape(filter),
                                sort.isEmpty() ? "" : " by " + sort);
        if (!queries.containsKey(shape)) {
            var explainable = copy(command);
            OF_THE_CONNECTION.forEach(explainable::remove);
            queries.putIfAbsent(
                    shape,
                    new SentQuery(
                            shape,
                            event.getDatabaseName(),
                            collection,
                            copy(filter),
                            copy(sort),
                            explainable));
        }
    }

    /** Without those of collections that nothing was asked of. */
    Collection<SentQuery> all() {
        return List.copyOf(queries.values());
    }

    /** The indexes that were made of a collection, as the commands said. */
    Set<BsonDocument> indexes(String collection) {
        return indexes.computeIfAbsent(unnumbered(collection), _ -> ConcurrentHashMap.newKeySet());
    }

    /** The models of a feed are numbered, and databases of tests hold the same collections. */
    private static String unnumbered(String collection) {
        return collection.replaceAll("\\d+", "#");
    }

    /** The driver uses the bytes of a command again. */
    private static BsonDocument copy(BsonDocument document) {
        return BsonDocument.parse(document.toJson());
    }

    private static BsonDocument part(BsonDocument command, String name) {
        return command.getDocument(name, new BsonDocument());
    }

    private static BsonValue shape(BsonValue value) {
        if (value.isDocument()) {
            var shape = new BsonDocument();
            value.asDocument().forEach((name, inner) -> shape.append(name, shape(inner)));
            return shape;
        }
        if (value.isArray()) {
            return new BsonArray(
                    value.asArray().stream().map(SentQueries::shape).distinct().toList());
        }
        if (value.isNull() || value.isBoolean()) {
            return value;
        }
        boolean anchored =
                value.isRegularExpression()
                        && value.asRegularExpression().getPattern().startsWith("^");
        return anchored ? new BsonString("^") : BsonBoolean.TRUE;
    }
}
