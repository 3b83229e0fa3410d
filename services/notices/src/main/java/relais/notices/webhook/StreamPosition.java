package relais.notices.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Up to where somebody has read a topic of the public stream: {@code 0:12,3:1207}, partitions with
 * the offset of the last record of each. What is not named is not known.
 */
record StreamPosition(Map<Integer, Long> offsets) {

    private static final Pattern FORM =
            Pattern.compile("[0-9]{1,4}:[0-9]{1,18}(,[0-9]{1,4}:[0-9]{1,18}){0,499}");

    StreamPosition {
        offsets = Map.copyOf(offsets);
    }

    /**
     * Empty if it has not the form of one. Of a partition that is named twice the last one counts.
     */
    static Optional<StreamPosition> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(of(text)) : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    static StreamPosition of(String text) {
        Map<Integer, Long> offsets = new HashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no position: " + text);
            }
            offsets.put(
                    Integer.valueOf(part.substring(0, colon)),
                    Long.valueOf(part.substring(colon + 1)));
        }
        return new StreamPosition(offsets);
    }
}
