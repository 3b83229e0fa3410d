package relais.portal.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.call.Service;

/**
 * Something that is not as it should be, and what to do about it.
 *
 * @param key of the sentence, below {@code operations.advice.}
 * @param figures that the sentence tells after the service's name
 * @param link where to do it; null if that is not in the portal
 */
public record Advice(
        Level level, String key, Service service, List<Object> figures, @Nullable String link) {

    /** The worst first. */
    public enum Level {
        /** Somebody cannot do something now. */
        BAD,
        /** It will become bad, or somebody has to decide. */
        WATCH,
        GOOD
    }
}
