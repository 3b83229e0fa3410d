package relais.history.adapter.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.web.Violation;

/** Places of the log in a query. */
final class LogPlaces {

    private LogPlaces() {}

    /** The place that a word of {@link OffsetsToken} names; the log's end if there is none. */
    static Offsets upTo(@Nullable String raw, Log.Extent extent, List<Violation> violations) {
        if (raw == null) {
            return extent.end();
        }
        Optional<Offsets> wanted = OffsetsToken.parse(raw);
        if (wanted.isEmpty()
                || !extent.end().next().keySet().containsAll(wanted.get().next().keySet())) {
            violations.add(new Violation("upTo", "log-place"));
            return extent.end();
        }
        boolean there =
                wanted.get().next().entrySet().stream()
                        .allMatch(lane -> lane.getValue() <= extent.end().in(lane.getKey()));
        if (!there) {
            violations.add(new Violation("upTo", "log-place-to-come"));
        }
        return wanted.get();
    }
}
