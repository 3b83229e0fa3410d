package relais.web;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and of which version: a controller takes it as a parameter, and is
 * described as one that takes {@code If-Match}.
 *
 * @param ifMatch the header as it came
 */
public record ConditionalCall(@Nullable String ifMatch, Caller caller) {

    /**
     * The version that the caller has read; null for any.
     *
     * @throws ProblemException see {@link Versions#requireIfMatch}
     */
    public @Nullable Long version() {
        return Versions.requireIfMatch(ifMatch);
    }
}
