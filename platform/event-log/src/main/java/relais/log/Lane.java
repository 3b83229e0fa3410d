package relais.log;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One partition of the log, in the log's order of partitions: by topic, then by number. */
public record Lane(String topic, int partition) implements Comparable<Lane> {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,6})");
    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::topic).thenComparingInt(Lane::partition);

    /** Empty when the text is absent or has another form than {@code relais.experiences:3}. */
    public static Optional<Lane> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Lane(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + ":" + partition;
    }
}
