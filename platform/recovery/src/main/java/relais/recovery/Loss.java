package relais.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service kept and the log does not have.
 *
 * @param what its name; its words are the message {@code recovery.lost.<what>}
 * @param count how many; null if nothing tells
 * @param examples the first hundred of them by name, if they have names
 */
public record Loss(String what, @Nullable Long count, List<String> examples) {

    public static final int MOST_EXAMPLES = 100;

    public Loss {
        examples = examples.stream().limit(MOST_EXAMPLES).toList();
    }

    /** One of which nothing tells how many there were. */
    public static Loss of(String what) {
        return new Loss(what, null, List.of());
    }
}
