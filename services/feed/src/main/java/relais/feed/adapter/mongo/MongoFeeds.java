package relais.feed.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import relais.feed.query.Moments;
import relais.feed.query.Vocabulary;
import relais.territories.Territories;

/** The read models side by side, and the one that serves. */
public final class MongoFeeds {

    private final MongoDatabase database;
    private final Territories territories;
    private final IntSupplier serving;
    private final Map<Integer, MongoFeed> feeds = new ConcurrentHashMap<>();
    private final Map<Integer, Vocabulary> vocabularies = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> names;
    private final Clock clock;

    /**
     * @param serving the number of the model to read from, asked for every single answer; throws if
     *     there is none
     */
    public MongoFeeds(
            MongoDatabase database, Territories territories, IntSupplier serving, Clock clock) {
        this.clock = clock;
        this.names = MongoVocabulary.namesOf(territories, Moments.dayOf(clock.instant()));
        this.database = database;
        this.territories = territories;
        this.serving = serving;
    }

    public MongoFeed of(int number) {
        return feeds.computeIfAbsent(
                number, _ -> new MongoFeed(new MongoModel(database, number), territories));
    }

    /** What is remembered of a model goes with it: one of the same number would be another. */
    public void forget(int number) {
        feeds.remove(number);
        vocabularies.remove(number);
    }

    /** The one that serves. */
    public MongoFeed serving() {
        return of(serving.getAsInt());
    }

    /** The words of the one that serves. */
    public Vocabulary vocabulary() {
        return vocabularies.computeIfAbsent(
                serving.getAsInt(),
                number -> new MongoVocabulary(new MongoModel(database, number), names, clock));
    }
}
