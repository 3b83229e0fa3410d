package relais.feed.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How everything stood at an instant. */
final class Snapshot {

    private static final Comparator<Map<String, Object>> LATEST_FIRST =
            Comparator.comparing(
                            (Map<String, Object> fields) -> String.valueOf(fields.get("position")))
                    .reversed();

    private final Oracle oracle;
    private final Instant at;
    private final Gazetteer gazetteer = new Gazetteer();
    private final SortedMap<String, Map<String, Object>> cards = new TreeMap<>();

    Snapshot(Oracle oracle, Instant at) {
        this.oracle = oracle;
        this.at = at;
        oracle.versions()
                .forEach(
                        (aggregate, versions) ->
                                latest(versions)
                                        .ifPresent(
                                                version -> cards.put(aggregate, version.fields())));
    }

    private Optional<Version> latest(List<Version> versions) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(at))
                .max(Comparator.comparingLong(Version::number));
    }

    SortedSet<String> ids() {
        var ids = new TreeSet<String>();
        cards.forEach((aggregate, fields) -> ids.add(aggregate + ":" + fields.get("version")));
        return ids;
    }

    Map<String, Object> card(String aggregate) {
        return cards.getOrDefault(aggregate, Map.of());
    }

    /** The beginning of the list of cards, the latest date first. */
    List<Map<String, Object>> list(Question question, Audience audience, int limit) {
        return cards.values().stream()
                .filter(card -> audience.isTold(question, card))
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** The beginning of the feed, the latest first. */
    List<Map<String, Object>> feed(Question question, Audience audience, int limit) {
        String end = Fields.text(at);
        return oracle.activities().values().stream()
                .filter(entry -> String.valueOf(entry.get("time")).compareTo(end) <= 0)
                .filter(entry -> audience.isTold(question, entry))
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** How many messages about a card stood. */
    long messages(String aggregate) {
        return cards.values().stream()
                .filter(card -> "POSTED".equals(card.get("status")))
                .filter(card -> aggregate.equals(card.get("subject")))
                .count();
    }

    /** How many cards there were, by facet and value. */
    SortedMap<String, SortedMap<String, Long>> facets(Question question, Audience audience) {
        var counts = new TreeMap<String, SortedMap<String, Long>>();
        for (Map<String, Object> card : list(question, audience, Integer.MAX_VALUE)) {
            for (String facet : List.of("kind", "status", "level", "month")) {
                if (card.get(facet) instanceof String value) {
                    count(counts, facet, value);
                }
            }
            Fields.texts(card, "axes").forEach(axis -> count(counts, "axis", axis));
            for (String id : Fields.texts(card, "territories")) {
                String scheme = id.substring(0, id.indexOf(':'));
                if (List.of("region", "departement", "academie").contains(scheme)
                        && gazetteer.exists(id, at)) {
                    count(counts, scheme, id);
                }
            }
        }
        return counts;
    }

    private static void count(
            SortedMap<String, SortedMap<String, Long>> counts, String facet, String value) {
        counts.computeIfAbsent(facet, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }
}
