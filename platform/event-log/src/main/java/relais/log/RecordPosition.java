package relais.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one record lies, and the order in which exports tell the records of the whole log: by the
 * time at which the log got them, then by partition, then by offset. Append times never go back
 * within a partition, so this order keeps that of each partition, and it is the same on every
 * reading.
 */
public record RecordPosition(Instant appendedAt, LogPartition partition, long offset)
        implements Comparable<RecordPosition> {

    private static final Comparator<RecordPosition> ORDER =
            Comparator.comparing(RecordPosition::appendedAt)
                    .thenComparing(RecordPosition::partition)
                    .thenComparingLong(RecordPosition::offset);

    @Override
    public int compareTo(RecordPosition other) {
        return ORDER.compare(this, other);
    }

    /** A record's address without its time, such as {@code relais.experiences:3:1207}. */
    public record Address(LogPartition partition, long offset) {

        /** Empty when the text is absent or has another form. */
        public static Optional<Address> parse(@Nullable String text) {
            int colon = text == null ? -1 : text.lastIndexOf(':');
            if (text == null || colon < 0 || !text.substring(colon + 1).matches("\\d{1,18}")) {
                return Optional.empty();
            }
            long offset = Long.parseLong(text.substring(colon + 1));
            return LogPartition.parse(text.substring(0, colon))
                    .map(partition -> new Address(partition, offset));
        }

        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }

    public Address address() {
        return new Address(partition, offset);
    }
}
