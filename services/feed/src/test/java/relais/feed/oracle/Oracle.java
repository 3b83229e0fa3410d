package relais.feed.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the read model must hold, worked out event by event in one thread from nothing but the log.
 * It shares no code with what it judges: see {@link IndependenceTest}.
 */
final class Oracle {

    private final Map<String, List<Version>> versions = new TreeMap<>();
    private final SortedMap<String, Map<String, Object>> activities = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> referrers = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> messages = new TreeMap<>();
    private final Set<String> moderated = new HashSet<>();
    private final List<Instant> times = new ArrayList<>();

    private Oracle() {}

    /** Of the whole log, each aggregate's events in their order. */
    static Oracle of(List<Event> log) {
        var oracle = new Oracle();
        var gazetteer = new Gazetteer();
        var words = new FrenchWords();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (Event event : log) {
            Subject subject =
                    subjects.computeIfAbsent(
                            event.aggregate(), id -> new Subject(event, gazetteer, words));
            oracle.add(event, subject.after(event));
        }
        return oracle;
    }

    private void add(Event event, Subject.Outcome outcome) {
        Version version = outcome.version();
        versions.computeIfAbsent(version.aggregate(), id -> new ArrayList<>()).add(version);
        times.add(event.time());
        if (!outcome.activity().isEmpty()) {
            activities.put(event.id(), outcome.activity());
        }
        outcome.refersTo()
                .forEach(
                        target ->
                                referrers
                                        .computeIfAbsent(target, id -> new TreeSet<>())
                                        .add(version.aggregate()));
        String subject = version.text("subject");
        if (subject != null) {
            messages.computeIfAbsent(subject, id -> new TreeSet<>())
                    .add(
                            "%s %s %s"
                                    .formatted(
                                            version.aggregate(),
                                            version.text("status"),
                                            Fields.text(version.from())));
        }
        if ("MODERATED".equals(version.text("status"))) {
            moderated.add(version.aggregate());
        }
    }

    /** Ids of every version of every card. */
    List<String> cards() {
        return versions.values().stream().flatMap(List::stream).map(Version::id).toList();
    }

    Map<String, List<Version>> versions() {
        return Collections.unmodifiableMap(versions);
    }

    /** Ids of every entry of the feed. */
    List<String> activities() {
        return List.copyOf(activities.keySet());
    }

    /** Everything of a version, its end included. */
    Map<String, Object> card(String id) {
        int colon = id.lastIndexOf(':');
        List<Version> all = versions.getOrDefault(id.substring(0, colon), List.of());
        int number = Integer.parseInt(id.substring(colon + 1));
        Version version = all.get(number - 1);
        return Fields.with(
                version.fields(),
                "validTo",
                number < all.size() ? Fields.text(all.get(number).from()) : null,
                "hidden",
                isHidden(version.aggregate()) ? true : null);
    }

    Map<String, Object> activity(String id) {
        Map<String, Object> fields = activities.getOrDefault(id, Map.of());
        return Fields.with(
                fields, "hidden", isHidden(id.substring(0, id.lastIndexOf(':'))) ? true : null);
    }

    /** Once moderated, all of its text is the committee's, also that of earlier versions. */
    boolean isHidden(String aggregate) {
        return moderated.contains(aggregate);
    }

    /** By card: those that cite it or work towards it, or ever did. */
    SortedMap<String, SortedSet<String>> referrers() {
        return Collections.unmodifiableSortedMap(referrers);
    }

    /** By card: messages about it, each with what became of it and when. */
    SortedMap<String, SortedSet<String>> messages() {
        return Collections.unmodifiableSortedMap(messages);
    }

    /** The times of all events, as they lie in the log. */
    List<Instant> times() {
        return Collections.unmodifiableList(times);
    }
}
