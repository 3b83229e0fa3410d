package relais.portal.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a figure was made of, for anyone to check.
 *
 * @param upTo place of the log: all that lies before it is in the figure
 * @param events how many records that is
 * @param digest of them, 64 hexadecimal digits
 * @param mayReach of the feed while the log moves fast: the figure may hold some of what lies
 *     between {@code upTo} and this place
 * @param without of the feed while events wait for an operator: at most so many are not in the
 *     figure
 */
public record Proof(
        String upTo,
        long events,
        String digest,
        @Nullable String mayReach,
        @Nullable Long without) {}
