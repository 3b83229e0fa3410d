package relais.feed.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relais.feed.projection.LogPosition;

/**
 * Up to where in each partition of the log a stream has been read. Partitions have no common order,
 * so one number could not say what a reader has seen without losing or repeating entries; this can,
 * whichever instance the reader comes back to.
 */
public record LogVector(Map<String, Long> offsets) {

    public static final LogVector NOTHING = new LogVector(Map.of());

    private static final int LONGEST = 8_192;
    private static final int MOST_PARTITIONS = 256;
    private static final Pattern PARTITION = Pattern.compile("[a-z0-9._-]{1,80}:\\d{1,5}");
    private static final Pattern OFFSET = Pattern.compile("[0-9a-z]{1,12}");

    public LogVector {
        offsets = Map.copyOf(offsets);
    }

    /** Whether what lies there has been read. */
    public boolean covers(LogPosition position) {
        Long offset = offsets.get(position.lane());
        return offset != null && position.offset() <= offset;
    }

    /** The same, read on to there. */
    public LogVector with(LogPosition position) {
        if (covers(position)) {
            return this;
        }
        var more = new TreeMap<>(offsets);
        more.put(position.lane(), position.offset());
        return new LogVector(more);
    }

    /** A text for {@code Last-Event-ID}: {@link #parse} reads it back. */
    public String text() {
        var partitions = new StringJoiner(",");
        new TreeMap<>(offsets)
                .forEach(
                        (partition, offset) ->
                                partitions.add(partition + "=" + Long.toString(offset, 36)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(partitions.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if the text is not one of {@link #text}. */
    public static Optional<LogVector> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String partitions;
        try {
            partitions = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var offsets = new TreeMap<String, Long>();
        if (partitions.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(NOTHING);
        }
        for (String partition : partitions.split(",", -1)) {
            int equals = partition.indexOf('=');
            if (equals < 0
                    || !PARTITION.matcher(partition.substring(0, equals)).matches()
                    || !OFFSET.matcher(partition.substring(equals + 1)).matches()
                    || offsets.size() == MOST_PARTITIONS) {
                return Optional.empty();
            }
            offsets.put(
                    partition.substring(0, equals),
                    Long.parseLong(partition.substring(equals + 1), 36));
        }
        return Optional.of(new LogVector(offsets));
    }
}
