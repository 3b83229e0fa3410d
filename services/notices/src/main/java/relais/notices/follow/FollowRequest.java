package relais.notices.follow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import relais.web.Violation;

/**
 * What somebody wants to follow: a value of a kind, or a search.
 *
 * @param kind TERRITORY, AXIS, CARD, PARTNER, TAG or SEARCH
 * @param value of every kind but SEARCH
 * @param search of the kind SEARCH
 * @param name how a search is to be called; empty for no name any more
 */
public record FollowRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "TERRITORY")
                @Nullable String kind,
        @Schema(example = "region:27") @Nullable String value,
        @Nullable SavedSearch search,
        @Nullable String name) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDS = 200;
    private static final Set<String> AXES =
            Set.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    private static final Set<String> LEVELS = Set.of("ECOLE", "COLLEGE", "LYCEE", "OTHER");
    private static final Set<String> KINDS =
            Set.of(
                    "PARTNER",
                    "EXPERIENCE",
                    "CONTRIBUTION",
                    "OBJECTIVE",
                    "ACTION",
                    "WORKING_DAY",
                    "MESSAGE");

    /** Everything that is wrong with it. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        FollowKind wanted = kind == null ? null : FollowKind.named(kind).orElse(null);
        if (wanted == null) {
            found.add(new Violation("kind", "follow-kind"));
        } else if (wanted == FollowKind.SEARCH) {
            search(found);
        } else if (value == null
                || !wanted.accepts(value)
                || (wanted == FollowKind.AXIS && !AXES.contains(value))) {
            found.add(new Violation("value", "follow-value." + wanted.key()));
        }
        return found;
    }

    private void search(List<Violation> found) {
        if (search == null || search.isEmpty()) {
            found.add(new Violation("search", "follow-search-empty"));
            return;
        }
        check(search, "search.", found);
        if (name != null && !name.isEmpty()) {
            checkName(name, found);
        }
    }

    /**
     * What is wrong with the criteria of a search.
     *
     * @param prefix of the names of its fields
     */
    public static void check(SavedSearch search, String prefix, List<Violation> found) {
        check(search.territory(), FollowKind.TERRITORY, prefix + "territory", found::add);
        check(search.partner(), FollowKind.PARTNER, prefix + "partner", found::add);
        check(search.tag(), FollowKind.TAG, prefix + "tag", found::add);
        among(search.axis(), AXES, prefix + "axis", found::add);
        among(search.level(), LEVELS, prefix + "level", found::add);
        among(search.kind(), KINDS, prefix + "kind", found::add);
        String q = search.q();
        if (q != null && (q.isBlank() || q.length() > LONGEST_WORDS)) {
            found.add(new Violation(prefix + "q", "follow-words", LONGEST_WORDS));
        }
    }

    /** What is wrong with the name that somebody gave. */
    public static void checkName(@Nullable String name, List<Violation> found) {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            found.add(new Violation("name", "follow-name", LONGEST_NAME));
        }
    }

    private static void check(
            @Nullable String value, FollowKind kind, String field, Consumer<Violation> found) {
        if (value != null && !kind.accepts(value)) {
            found.accept(new Violation(field, "follow-value." + kind.key()));
        }
    }

    private static void among(
            @Nullable String value, Set<String> known, String field, Consumer<Violation> found) {
        if (value != null && !known.contains(value)) {
            found.accept(
                    new Violation(
                            field,
                            "follow-among",
                            String.join(", ", known.stream().sorted().toList())));
        }
    }
}
