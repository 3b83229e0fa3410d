package relais.portal.call;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a question to a service. A page is made of several: one that is {@link
 * Unavailable} takes its own part of the page with it, never the rest.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    record Ok<T>(T said) implements Answer<T> {}

    record Refused<T>(Refusal because) implements Answer<T> {}

    /** The service is down, too slow, or failed; the log says more. */
    record Unavailable<T>(Service service) implements Answer<T> {}

    default boolean isOk() {
        return this instanceof Ok;
    }

    default boolean isRefused() {
        return this instanceof Refused;
    }

    default boolean isUnavailable() {
        return this instanceof Unavailable;
    }

    /** What was asked for, if it came. */
    default Optional<T> content() {
        return this instanceof Ok<T>(T said) ? Optional.of(said) : Optional.empty();
    }

    /** What was asked for, where a template has already looked that it came. */
    default T value() {
        return content().orElseThrow(() -> new IllegalStateException("No content: " + this));
    }

    /** Why not, where a template has already looked. */
    default Refusal refusal() {
        return this instanceof Refused<T>(Refusal because) ? because : Refusal.of(500);
    }

    default <U> Answer<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Ok<T>(T said) -> new Ok<>(change.apply(said));
            case Refused<T>(Refusal because) -> new Refused<>(because);
            case Unavailable<T>(Service service) -> new Unavailable<>(service);
        };
    }
}
