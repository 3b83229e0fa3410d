package relais.consumer;

import org.jspecify.annotations.Nullable;

/** An event that must wait, and why. */
record Parking(IncomingEvent event, ParkReason reason, @Nullable Throwable cause) {
    private static final String NAMELESS = "unreadable:";

    /** An event whose headers do not say what it is waits under its place in the log, alone. */
    static Parking unreadable(IncomingEvent event, String because) {
        return new Parking(event, ParkReason.UNREADABLE, new IllegalArgumentException(because));
    }

    static boolean isNameless(String aggregateId) {
        return aggregateId.startsWith(NAMELESS);
    }

    String aggregateId() {
        return reason == ParkReason.UNREADABLE
                ? NAMELESS + event.topic() + "-" + event.partition()
                : event.aggregateId();
    }

    long sequence() {
        return reason == ParkReason.UNREADABLE ? event.offset() : event.sequence();
    }

    String id() {
        return aggregateId() + ":" + sequence();
    }
}
