package relais.portal.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the reader follows; the search is that of the kind SEARCH. */
public record FollowEntry(
        String id,
        String kind,
        String value,
        @Nullable FollowedSearch search,
        @Nullable String name) {

    /** The criteria of a search; those that are absent narrow nothing. */
    public record FollowedSearch(
            @Nullable String territory,
            @Nullable String axis,
            @Nullable String level,
            @Nullable String kind,
            @Nullable String partner,
            @Nullable String tag,
            @Nullable String q) {

        /** Each criterion with its value. */
        public List<Criterion> criteria() {
            List<Criterion> given = new ArrayList<>();
            add(given, "q", q);
            add(given, "territory", territory);
            add(given, "axis", axis);
            add(given, "level", level);
            add(given, "kind", kind);
            add(given, "partner", partner);
            add(given, "tag", tag);
            return given;
        }

        private static void add(List<Criterion> given, String name, @Nullable String value) {
            if (value != null) {
                given.add(new Criterion(name, value));
            }
        }
    }

    public record Criterion(String name, String value) {}
}
