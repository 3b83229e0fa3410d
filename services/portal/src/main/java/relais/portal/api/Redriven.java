package relais.portal.api;

import org.jspecify.annotations.Nullable;

/**
 * What trying again came to.
 *
 * @param outcome such as {@code CLEARED}
 * @param handled events that were taken
 * @param stillParked events that go on waiting
 * @param detail what stands in the way
 */
public record Redriven(String outcome, int handled, long stillParked, @Nullable String detail) {

    public boolean isCleared() {
        return outcome.equals("CLEARED");
    }
}
