package relais.contributions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.events.EventMetadata;

/** Events as the consumer hands them over, decoded. */
public final class Happened {

    public static final Instant AT = Instant.parse("2018-03-01T09:00:00Z");

    private Happened() {}

    public static <E> HandledEvent<E> now(String id, long version, @Nullable E payload) {
        return event(id, version, payload, false);
    }

    public static <E> HandledEvent<E> inAnArchive(String id, long version, @Nullable E payload) {
        return event(id, version, payload, true);
    }

    private static <E> HandledEvent<E> event(
            String id, long version, @Nullable E payload, boolean archive) {
        EventMetadata metadata =
                new EventMetadata(
                        id,
                        version,
                        "relais.events.Tested",
                        "/tests",
                        AT,
                        "pays:FR",
                        null,
                        null,
                        "request-of-" + version,
                        null,
                        archive);
        return new HandledEvent<>(
                new IncomingEvent(
                        "relais.tests",
                        0,
                        version,
                        AT,
                        "pays:FR",
                        metadata.toHeaders(),
                        new byte[0]),
                payload,
                null);
    }
}
