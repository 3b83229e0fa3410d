package relais.feed.adapter.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Visibility;
import relais.feed.query.FrenchTerms;
import relais.feed.query.Moments;
import relais.feed.query.SearchWord;
import relais.feed.query.SimilarTerms;
import relais.feed.query.Tags;
import relais.feed.query.Vocabulary;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;

/**
 * The words of one model, read anew after a minute when somebody asks. What is found by them is
 * still filtered for its reader: a word of a hidden text leads to nothing.
 */
final class MongoVocabulary implements Vocabulary {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** About 10 MB; a hundred thousand cards have some fifty thousand different words. */
    private static final int MOST_TERMS = 200_000;

    private static final int MOST_PARTNERS = 100_000;
    private static final int MOST_TAGS = 50_000;

    /** Above what a card tells of itself. France is above everything. */
    private static final List<Scheme> ABOVE =
            List.of(Scheme.EPCI, Scheme.DEPARTEMENT, Scheme.REGION, Scheme.ACADEMIE);

    private final MongoModel model;
    private final Clock clock;
    private final Map<String, Set<String>> territories;
    private final Cached<Map<String, Set<String>>> partners = new Cached<>();
    private final Cached<Map<String, Set<String>>> tags = new Cached<>();
    private final Cached<SimilarTerms> terms = new Cached<>();

    MongoVocabulary(MongoModel model, Map<String, Set<String>> territories, Clock clock) {
        this.model = model;
        this.territories = territories;
        this.clock = clock;
    }

    /** Which territories that others lie in are called by a term: once for all models. */
    static Map<String, Set<String>> namesOf(Territories territories, LocalDate today) {
        var named = new HashMap<String, Set<String>>();
        for (Scheme scheme : ABOVE) {
            var all = new HashSet<Territory>(territories.all(scheme, today));
            all.addAll(territories.all(scheme, Moments.dayOf(Moments.FIRST)));
            for (Territory territory : all) {
                add(named, territory.name(), territory.id().toString());
            }
        }
        return named;
    }

    @Override
    public SearchWord word(String term) {
        return word(Set.of(term));
    }

    private SearchWord word(Set<String> all) {
        Map<String, Set<String>> named = partners.get(this::partners);
        var bearers = new HashSet<String>();
        var places = new HashSet<String>();
        for (String term : all) {
            bearers.addAll(named.getOrDefault(term, Set.of()));
            places.addAll(territories.getOrDefault(term, Set.of()));
        }
        return new SearchWord(all, bearers, places);
    }

    @Override
    public SearchWord similar(SearchWord word) {
        var all = new HashSet<>(word.terms());
        SimilarTerms known = terms.get(this::terms);
        word.terms().forEach(term -> all.addAll(known.to(term)));
        return word(all);
    }

    @Override
    public Set<String> tags(String tag) {
        var written = new HashSet<>(Set.of(tag));
        written.addAll(tags.get(this::tags).getOrDefault(Tags.folded(tag), Set.of()));
        return written;
    }

    private Map<String, Set<String>> partners() {
        var named = new HashMap<String, Set<String>>();
        var query =
                new Document("kind", Kind.PARTNER.name())
                        .append("validTo", null)
                        .append("visibility", Visibility.PUBLIC.name());
        var fields = new Document("aggregateId", 1).append("title", 1);
        for (Document card : model.cards().find(query).projection(fields).limit(MOST_PARTNERS)) {
            add(named, card.getString("title"), card.getString("aggregateId"));
        }
        return named;
    }

    private Map<String, Set<String>> tags() {
        var written = new HashMap<String, Set<String>>();
        for (String tag : distinct(model.cards(), "tags", MOST_TAGS)) {
            written.computeIfAbsent(Tags.folded(tag), _ -> new HashSet<>()).add(tag);
        }
        return written;
    }

    private SimilarTerms terms() {
        List<String> all = distinct(model.cards(), "terms", MOST_TERMS);
        partners.get(this::partners).keySet().forEach(all::add);
        all.addAll(territories.keySet());
        return new SimilarTerms(all);
    }

    private static List<String> distinct(MongoCollection<Document> cards, String field, int most) {
        var values = new ArrayList<String>();
        for (String value : cards.distinct(field, String.class)) {
            if (value != null && values.size() < most) {
                values.add(value);
            }
        }
        return values;
    }

    private static void add(Map<String, Set<String>> named, String name, String id) {
        FrenchTerms.of(name)
                .forEach(term -> named.computeIfAbsent(term, _ -> new HashSet<>()).add(id));
    }

    /** What was read last, until it is too old. */
    private final class Cached<T> {

        private @Nullable T value;
        private Instant until = Instant.MIN;

        synchronized T get(Supplier<T> read) {
            Instant now = clock.instant();
            T known = value;
            if (known == null || now.isAfter(until)) {
                known = read.get();
                value = known;
                until = now.plus(FRESH);
            }
            return known;
        }
    }
}
