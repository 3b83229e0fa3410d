package relais.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two instants.
 *
 * @param entries path and query of the lists: a figure's own {@code entries} is to be put behind
 * @param totals figures by name
 * @param by groups by what they are of
 */
public record Comparison(
        Instant from,
        Instant to,
        String entries,
        Map<String, Count> totals,
        Map<String, Groups> by,
        Proof proof) {

    /** One figure. */
    public record Count(int count, String entries) {}

    /**
     * Groups, that with the most changes first.
     *
     * @param count how many there are, those left out of {@code items} included
     */
    public record Groups(int count, List<Group> items) {}

    /**
     * One group.
     *
     * @param name of a territory or a partner
     * @param figures by name; absent is zero
     * @param formerly the territories that this one took over from between the two instants
     */
    public record Group(
            String value,
            @Nullable String name,
            Map<String, Count> figures,
            List<Former> formerly) {}

    /**
     * A territory that another one took over from.
     *
     * @param before what stood there at the first instant
     */
    public record Former(String value, @Nullable String name, Count before) {}

    /** A part of the list behind a figure. */
    public record Entries(List<Entry> items, @Nullable String nextCursor, Proof proof) {}

    /**
     * One line of that list.
     *
     * @param at when it came about
     * @param before the version that stood at the first instant; absent if none did
     */
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

    /** A version of a card. */
    public record State(long version, String status) {}
}
