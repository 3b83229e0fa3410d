package relais.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure over time; {@code by} is absent for the total only. */
public record Series(
        String metric,
        @Nullable String by,
        String step,
        List<Period> periods,
        List<Integer> total,
        List<Group> groups,
        Proof proof) {

    public record Period(String name, Instant from, Instant at) {}

    /** One line; a count is null where the territory does not exist, successor took it over. */
    public record Group(
            String value,
            @Nullable String name,
            List<@Nullable Integer> counts,
            @Nullable Territory successor) {}

    /** A territory, by its name if that is known. */
    public record Territory(String value, @Nullable String name) {

        public String label() {
            return name == null ? value : name;
        }
    }
}
