package relais.notices.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a card, as everyone may know it: an activity of the public stream, or
 * a card of it at a new version, which has the words that an activity lacks.
 *
 * @param id of the event, {@code <card>:<version>}
 * @param type simple name of the event's type; absent of a card
 * @param kind of the card
 * @param subject another card that it is about
 * @param territories in whose feed it is
 * @param partners whose card it is, and who acted
 * @param tags of a card
 * @param words of a card: title, line, tags
 * @param position in its topic: partition and offset, as {@code 3:1207}
 */
public record PublicEvent(
        String id,
        @Nullable String type,
        String kind,
        String card,
        @Nullable String subject,
        long version,
        List<String> territories,
        List<String> partners,
        List<String> axes,
        List<String> levels,
        List<String> tags,
        List<String> words,
        Instant occurredAt,
        boolean archive,
        String position) {

    /** The card that its reader wants to read: of a message, the one it was written below. */
    public String about() {
        return subject != null && kind.equals("MESSAGE") ? subject : card;
    }

    /** Whether it is a card, which has the words that an activity lacks. */
    public boolean hasWords() {
        return type == null;
    }

    /** What follows are looked up by that it may match. */
    public Set<String> probes() {
        Set<String> probes = new LinkedHashSet<>();
        probes.add("any");
        probes.add("kind:" + kind);
        probes.add("card:" + card);
        if (subject != null) {
            probes.add("card:" + subject);
        }
        territories.forEach(each -> probes.add("territory:" + each));
        partners.forEach(each -> probes.add("partner:" + each));
        axes.forEach(each -> probes.add("axis:" + each));
        levels.forEach(each -> probes.add("level:" + each));
        tags.forEach(each -> probes.add("tag:" + SavedSearch.folded(each)));
        return probes;
    }

    /** Events by what follows are looked up by, in their order. */
    public static Map<String, List<PublicEvent>> byProbe(List<PublicEvent> events) {
        Map<String, List<PublicEvent>> found = new HashMap<>();
        for (PublicEvent event : events) {
            event.probes()
                    .forEach(
                            probe ->
                                    found.computeIfAbsent(probe, _ -> new ArrayList<>())
                                            .add(event));
        }
        return found;
    }
}
