package relais.feed.projection;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log: what was published, and when and where.
 *
 * @param territory the event's home, as {@code scheme:code}
 * @param data null for an event of a type that this build does not know, or that an operator
 *     skipped: the card stays as it was and its version goes on
 */
public record CardEvent(Stamp stamp, String territory, @Nullable SpecificRecord data) {}
