package relais.portal.api;

import org.jspecify.annotations.Nullable;

/** What trying again came to. */
public record Redriven(String outcome, int handled, long stillParked, @Nullable String detail) {

    public boolean isCleared() {
        return outcome.equals("CLEARED");
    }
}
