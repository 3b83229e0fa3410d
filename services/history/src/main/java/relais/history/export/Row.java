package relais.history.export;

import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * One event as an export tells it.
 *
 * @param envelope null for a record that is no event
 * @param data what it says; null if its bytes cannot be read
 * @param unreadable why they cannot; null if they can
 * @param textHidden whether the texts were taken out, which are not for whoever asked
 * @param repeat whether it repeats an event that lies before it in the log
 */
public record Row(
        LoggedEvent event,
        @Nullable Envelope envelope,
        ParentTerritories parentTerritories,
        @Nullable Payload data,
        @Nullable String unreadable,
        boolean textHidden,
        boolean repeat) {}
