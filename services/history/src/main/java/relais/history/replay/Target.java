package relais.history.replay;

import relais.codec.StoredField;
import relais.codec.StoredType;

/** Where the events of a replay go. */
@StoredType(discriminator = "kind")
public sealed interface Target {

    /** Whether the log is wanted as it is, with records that repeat events. */
    default boolean isRaw() {
        return switch (this) {
            case Topic _ -> true;
            case File file -> file.raw();
            case Stream stream -> stream.raw();
        };
    }

    /**
     * A topic of one's own.
     *
     * @param topic its full name, which begins with {@value #PREFIX}
     */
    @StoredType(value = "TOPIC")
    record Topic(String topic) implements Target {
        public static final String PREFIX = "relais.replay.";
    }

    /**
     * A file.
     *
     * @param format {@code ndjson}, {@code csv}, {@code avro} or {@code parquet}
     * @param raw NDJSON only: with headers and bytes as they are in the log
     */
    @StoredType(value = "FILE")
    record File(String format, boolean raw) implements Target {}

    /**
     * A stream in the order of event time.
     *
     * @param raw as for a file
     * @param factor of its speed
     */
    @StoredType(value = "STREAM")
    record Stream(boolean raw, @StoredField(name = "speed") int factor) implements Target {
        public Speed speed() {
            return new Speed(factor);
        }
    }
}
