package relais.teststack;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Whether an index serves every query that was sent: no collection is scanned and nothing is sorted
 * in memory. A MongoDB is asked to explain each; where the server is none, each is compared with
 * the indexes that were made, by the rules that MongoDB's planner has for them.
 */
public final class IndexedQueries {

    private static final Set<String> REFUSED = Set.of("COLLSCAN", "SORT", "$sort");

    private final MongoClient client;
    private final SentQueries sent;
    private final Set<String> small;

    /**
     * @param small collections whose size is bounded by what they hold, such as one document for
     *     each partition, without a number at the end of their names: they may be scanned
     */
    public IndexedQueries(MongoClient client, String... small) {
        this.client = client;
        this.sent = SentQueries.shared();
        this.small = Set.of(small);
    }

    /**
     * Each query that no index serves, and why. What is looked at is said on standard output.
     *
     * @param prefix of the names of the databases that are looked at
     */
    public List<String> faults(String prefix) {
        Collection<SentQuery> queries =
                sent.all().stream()
                        .filter(query -> query.database().startsWith(prefix))
                        .filter(query -> !small.contains(withoutNumber(query.collection())))
                        .toList();
        boolean explains = explains();
        say(
                "%d queries of %s, %s"
                        .formatted(
                                queries.size(),
                                prefix,
                                explains
                                        ? "explained by the server"
                                        : "compared with their indexes, since this server explains"
                                                + " nothing"));
        Function<SentQuery, String> judge = explains ? this::explained : this::compared;
        var faults = new ArrayList<String>();
        for (SentQuery query : queries) {
            String fault = judge.apply(query);
            say("  " + query.shape() + (fault.isEmpty() ? "" : ": " + fault));
            if (!fault.isEmpty()) {
                faults.add(query.shape() + ": " + fault);
            }
        }
        return faults;
    }

    private static String withoutNumber(String collection) {
        return collection.replaceFirst("\\d+$", "");
    }

    /** How many there are to look at. */
    public long count(String prefix) {
        return sent.all().stream().filter(query -> query.database().startsWith(prefix)).count();
    }

    private boolean explains() {
        try {
            var find = new BsonDocument("find", new BsonString("explained"));
            return !stages(explanation("admin", find)).isEmpty();
        } catch (MongoException noMongoDb) {
            return false;
        }
    }

    private BsonDocument explanation(String database, BsonDocument command) {
        return client.getDatabase(database)
                .runCommand(
                        new BsonDocument("explain", command)
                                .append("verbosity", new BsonString("queryPlanner")),
                        BsonDocument.class);
    }

    private String explained(SentQuery query) {
        List<String> stages = stages(explanation(query.database(), query.command()));
        List<String> refused = stages.stream().filter(REFUSED::contains).distinct().toList();
        return refused.isEmpty() ? "" : String.join(" and ", refused) + " in " + stages;
    }

    private String compared(SentQuery query) {
        return new KnownIndexes(sent.indexes(query.collection()))
                        .serve(query.filter(), query.sort())
                ? ""
                : "no index among " + sent.indexes(query.collection());
    }

    /** The stages of the plan that was chosen, in whatever form the server gives it. */
    static List<String> stages(BsonDocument explanation) {
        var stages = new ArrayList<String>();
        collect(explanation, false, stages);
        return stages;
    }

    private static void collect(BsonValue value, boolean chosen, List<String> stages) {
        if (value.isArray()) {
            value.asArray().forEach(each -> collect(each, chosen, stages));
        } else if (value.isDocument()) {
            value.asDocument()
                    .forEach(
                            (name, inner) -> {
                                if (name.equals("stage") && chosen && inner.isString()) {
                                    stages.add(inner.asString().getValue());
                                } else if (name.equals("$sort")) {
                                    stages.add(name);
                                } else if (!name.equals("rejectedPlans")
                                        && !name.equals("command")) {
                                    collect(inner, chosen || name.equals("winningPlan"), stages);
                                }
                            });
        }
    }

    private static void say(String text) {
        System.out.println("[test-stack] " + text);
    }
}
