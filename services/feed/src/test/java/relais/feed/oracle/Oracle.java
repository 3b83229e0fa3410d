package relais.feed.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final SortedMap<String, List<Version>> versions = new TreeMap<>();
    private final SortedMap<String, Map<String, Object>> cards = new TreeMap<>();
    private final SortedMap<String, Map<String, Object>> activities = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> referrers = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> messages = new TreeMap<>();
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
        oracle.versions.values().forEach(oracle::look);
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
    }

    /**
     * Looks back at a subject whose end is known: each version ended when the next one began, and
     * once an experience was withdrawn, or moderated, its text is not the public's, in no version.
     */
    private void look(List<Version> all) {
        Version last = all.getLast();
        boolean gone =
                Set.of("WITHDRAWN", "MODERATED")
                        .contains(Objects.requireNonNullElse(last.text("status"), ""));
        Object hidden = (gone && "EXPERIENCE".equals(last.text("kind"))) ? true : null;
        for (int i = 0; i < all.size(); i++) {
            Object end = i + 1 < all.size() ? Fields.text(all.get(i + 1).from()) : null;
            Version version = all.get(i).with("validTo", end, "hidden", hidden);
            all.set(i, version);
            cards.put(version.id(), version.fields());
            activities.computeIfPresent(
                    version.id(), (_, fields) -> Fields.with(fields, "hidden", hidden));
        }
    }

    /** Every version of every card, by its id. */
    SortedMap<String, Map<String, Object>> cards() {
        return Collections.unmodifiableSortedMap(cards);
    }

    /** The versions of each card, the first one first. */
    SortedMap<String, List<Version>> versions() {
        return Collections.unmodifiableSortedMap(versions);
    }

    /** Every entry of the feed, by the event's id. */
    SortedMap<String, Map<String, Object>> activities() {
        return Collections.unmodifiableSortedMap(activities);
    }

    /** By card: those that cite it or work towards it, or ever did. */
    SortedMap<String, SortedSet<String>> referrers() {
        return Collections.unmodifiableSortedMap(referrers);
    }

    /** By card: messages about it, each with what became of it and when. */
    SortedMap<String, SortedSet<String>> messages() {
        return Collections.unmodifiableSortedMap(messages);
    }

    /** The present names of partners, by their ids. */
    Map<String, String> partners() {
        var names = new TreeMap<String, String>();
        versions.forEach(
                (id, all) -> {
                    Version last = all.getLast();
                    String name = last.text("title");
                    if ("PARTNER".equals(last.text("kind")) && name != null) {
                        names.put(id, name);
                    }
                });
        return names;
    }

    /** The times of all events, as they lie in the log. */
    List<Instant> times() {
        return Collections.unmodifiableList(times);
    }
}
