package relais.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A place in the log as one opaque word that fits into a header and a URL. */
public final class OffsetsToken {

    private static final int LONGEST = 16_384;

    private OffsetsToken() {}

    public static String of(Offsets positions) {
        String text =
                positions.next().entrySet().stream()
                        .map(partition -> partition.getKey() + "=" + partition.getValue())
                        .collect(Collectors.joining(","));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is not a word that {@link #of} made. */
    public static Optional<Offsets> parse(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Map<LogPartition, Long> next = new TreeMap<>();
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            for (String part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    return Optional.empty();
                }
                Optional<LogPartition> partition = LogPartition.parse(part.substring(0, equals));
                long offset = Long.parseLong(part.substring(equals + 1));
                if (partition.isEmpty() || offset < 0) {
                    return Optional.empty();
                }
                next.put(partition.get(), offset);
            }
        } catch (IllegalArgumentException notBase64OrNoNumber) {
            return Optional.empty();
        }
        return Optional.of(Offsets.of(next));
    }
}
