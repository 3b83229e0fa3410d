package relais.portal.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.call.Service;

/**
 * How one service fares, as the instance that answered knows it.
 *
 * @param reach whether it answers at all
 * @param downParts names of its parts that are not well, such as {@code store}
 * @param version of the program; null if nobody says
 * @param since when the process began; null if nobody says
 * @param readers of other services' events; empty if it reads none
 * @param outbox events on their way to the log; null if it sends none
 */
public record ServiceState(
        Service service,
        Reach reach,
        List<String> downParts,
        @Nullable String version,
        @Nullable Instant since,
        List<Reader> readers,
        @Nullable Outbox outbox) {

    public enum Reach {
        WELL,
        /** It answers, and says that something is wrong. */
        UNWELL,
        /** No answer, or none that can be understood. */
        AWAY
    }

    /** A reader of the log: events not handled yet, and those that are parked or behind one. */
    public record Reader(String group, long lag, long parked) {}

    /** Aggregates with events that are not in the log yet, and how long the oldest waits. */
    public record Outbox(long backlog, Duration oldest) {}

    static ServiceState away(Service service) {
        return new ServiceState(service, Reach.AWAY, List.of(), null, null, List.of(), null);
    }

    public boolean reads() {
        return !readers.isEmpty();
    }

    public long lag() {
        return readers.stream().mapToLong(Reader::lag).sum();
    }

    public long parked() {
        return readers.stream().mapToLong(Reader::parked).sum();
    }
}
