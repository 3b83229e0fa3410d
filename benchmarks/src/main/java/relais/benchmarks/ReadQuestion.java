package relais.benchmarks;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A read of the feed, and the query that finds the same documents. Where there is a choice it is
 * another one each time, in a circle.
 *
 * @param index which index of MongoDB the query has
 * @param path with its parameters, of the n-th time
 * @param documents of the n-th time
 */
record ReadQuestion(
        String name,
        String index,
        IntFunction<String> path,
        IntFunction<FindIterable<Document>> documents) {

    /** A page of twenty, and the one that tells whether there is a next page. */
    private static final int PAGE = 21;

    private static final int INSTANTS = 50;

    /**
     * All that is measured.
     *
     * @param database of the feed
     */
    static List<ReadQuestion> all(MongoDatabase database) {
        MongoCollection<Document> cards = database.getCollection("cards_v1");
        MongoCollection<Document> activities = database.getCollection("activities_v1");
        List<String> places = SeededHistory.DEPARTEMENTS;
        List<String> versions = versions(cards);
        List<Instant> instants = instants(activities);
        return List.of(
                new ReadQuestion(
                        "GET /feed?territory=",
                        "territories, position",
                        n -> "/feed?territory=" + any(places, n),
                        n -> entries(activities, shown().append("territories", any(places, n)))),
                new ReadQuestion(
                        "GET /feed", "position", _ -> "/feed", _ -> entries(activities, shown())),
                new ReadQuestion(
                        "GET /feed?asOf=",
                        "position",
                        n -> "/feed?asOf=" + any(instants, n),
                        n ->
                                entries(
                                        activities,
                                        shown().append("position", until(any(instants, n))))),
                new ReadQuestion(
                        "GET /cards/{id}",
                        "_id",
                        n -> "/cards/" + any(versions, n).replaceFirst(":.*", ""),
                        n -> cards.find(new Document("_id", any(versions, n)))),
                new ReadQuestion(
                        "GET /cards",
                        "validTo, position, version",
                        _ -> "/cards",
                        _ -> latest(cards, shown())),
                new ReadQuestion(
                        "GET /cards?territory=",
                        "territories, validTo, position, version",
                        n -> "/cards?territory=" + any(places, n),
                        n -> latest(cards, shown().append("territories", any(places, n)))));
    }

    /** How many documents the query finds; all of each is read. */
    int ask(int n) {
        return documents.apply(n).into(new ArrayList<>()).size();
    }

    private static FindIterable<Document> entries(
            MongoCollection<Document> activities, Document query) {
        return activities.find(query).sort(new Document("position", -1)).limit(PAGE);
    }

    private static FindIterable<Document> latest(MongoCollection<Document> cards, Document query) {
        return cards.find(query.append("validTo", null))
                .sort(new Document("position", -1).append("version", 1))
                .limit(PAGE);
    }

    private static Document shown() {
        return new Document("visibility", "PUBLIC");
    }

    /** A position begins with a time of always as many digits. */
    private static Document until(Instant instant) {
        return new Document(
                "$lt", "%tFT%<tT.%<tLZ".formatted(instant.plusMillis(1).atZone(ZoneOffset.UTC)));
    }

    /** The current ones of published experiences, in an order that no cache foresees. */
    private static List<String> versions(MongoCollection<Document> cards) {
        List<String> versions =
                cards.find(
                                shown().append("kind", "EXPERIENCE")
                                        .append("status", "PUBLISHED")
                                        .append("validTo", null))
                        .projection(new Document("_id", 1))
                        .map(document -> document.getString("_id"))
                        .into(new ArrayList<>());
        Collections.shuffle(versions, new Random(1));
        return versions;
    }

    /** Spread over the later half of what happened. */
    private static List<Instant> instants(MongoCollection<Document> activities) {
        List<Instant> times =
                activities
                        .find()
                        .projection(new Document("time", 1))
                        .map(document -> document.getDate("time").toInstant())
                        .into(new ArrayList<>());
        Collections.sort(times);
        int half = times.size() / 2;
        return IntStream.range(0, INSTANTS)
                .mapToObj(i -> times.get(half + i * half / INSTANTS))
                .toList();
    }

    private static <T> T any(List<T> values, int n) {
        return values.get(n % values.size());
    }
}
