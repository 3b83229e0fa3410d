package relais.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is different between two instants. */
public record Comparison(
        Instant from,
        Instant to,
        String entries,
        Map<String, Count> totals,
        Map<String, Groups> by,
        Proof proof) {

    public record Count(int count, String entries) {}

    /** Groups, that with the most changes first. */
    public record Groups(int count, List<Group> items) {}

    /** One group; a figure that is absent is zero. */
    public record Group(
            String value,
            @Nullable String name,
            Map<String, Count> figures,
            List<Former> formerly) {}

    /** A territory that another one took over from. */
    public record Former(String value, @Nullable String name, Count before) {}

    public record Entries(List<Entry> items, @Nullable String nextCursor, Proof proof) {}

    /** One line of that list; before is absent if no version stood at the first instant. */
    public record Entry(
            String id,
            String kind,
            @Nullable String title,
            Instant at,
            @Nullable String partner,
            @Nullable String territory,
            @Nullable String level,
            List<String> axes,
            @Nullable String adoption,
            @Nullable String endorsedBy,
            @Nullable State before,
            @Nullable State after) {}

    public record State(long version, String status) {}
}
