package relais.feed.query;

import org.jspecify.annotations.Nullable;
import relais.log.Offsets;
import relais.log.Proof;

/**
 * A figure and what it was made of.
 *
 * @param proof all that it covers is in the figure
 * @param mayReach the figure may hold some of what lies between the proof's place and this one;
 *     null if it holds nothing else
 * @param without at most so many events that the proof covers are not in the figure: they are
 *     parked
 */
public record Proven<T>(T figure, Proof proof, @Nullable Offsets mayReach, long without) {}
