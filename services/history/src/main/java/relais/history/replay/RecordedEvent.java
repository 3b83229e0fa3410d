package relais.history.replay;

import java.time.Instant;

/**
 * An event as a stream tells it.
 *
 * @param time when it happened
 * @param line what is said of it, as a line of NDJSON; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record RecordedEvent(Instant time, byte[] line) {}
