package relais.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some parked events, by aggregate and sequence.
 *
 * @param events at most as many as asked for
 * @param next where the next page starts; null if this was the last
 */
public record ParkedPage(List<ParkedEvent> events, @Nullable String next) {}
