package relais.log;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredType;

/** One partition of the log, in the log's order of partitions: by topic, then by number. */
@StoredType(asText = true)
public record LogPartition(String topic, int partition) implements Comparable<LogPartition> {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,6})");
    private static final Comparator<LogPartition> ORDER =
            Comparator.comparing(LogPartition::topic).thenComparingInt(LogPartition::partition);

    /** Empty when the text is absent or has another form than {@code relais.experiences:3}. */
    public static Optional<LogPartition> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new LogPartition(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if the text has another form
     */
    public static LogPartition of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("No partition: " + text));
    }

    @Override
    public int compareTo(LogPartition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + ":" + partition;
    }
}
