package relais.portal.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import relais.portal.account.Capacity;

/**
 * The first steps of somebody in one capacity. Their words are {@code guide.<key>.<number>} in the
 * message files.
 */
public enum Guide {
    OPERATOR(Capacity.OPERATOR),
    COMMITTEE(Capacity.COMMITTEE),
    ANALYST(Capacity.ANALYST),
    MEMBER(Capacity.MEMBER);

    private final Capacity capacity;

    Guide(Capacity capacity) {
        this.capacity = capacity;
    }

    /** The first that is for somebody in these capacities and was not closed. */
    static Optional<Guide> of(Set<Capacity> capacities, Set<String> closed) {
        for (Guide each : values()) {
            if (capacities.contains(each.capacity)) {
                return closed.contains(each.name()) ? Optional.empty() : Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static boolean isKnown(String name) {
        return Arrays.stream(values()).anyMatch(each -> each.name().equals(name));
    }

    /** As message files have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where each step is done. */
    public List<String> paths() {
        return switch (this) {
            case OPERATOR ->
                    List.of("/desk/operations", "/desk/operations/parked", "/desk/analysis/events");
            case COMMITTEE -> List.of("/desk/review", "/desk/contributions", "/desk/plan");
            case ANALYST ->
                    List.of(
                            "/desk/analysis/events",
                            "/desk/analysis/series",
                            "/desk/analysis/proof");
            case MEMBER -> List.of("/desk/experiences/new", "/experiences", "/desk/people");
        };
    }
}
