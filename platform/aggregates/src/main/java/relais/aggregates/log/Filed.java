package relais.aggregates.log;

import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * What a record says of an event beside its value.
 *
 * @param home its key, as {@code scheme:code}: where the aggregate is filed
 * @param partner the partner that the aggregate is of, if it is of one
 */
public record Filed(String home, @Nullable String partner) {

    /**
     * @throws IllegalArgumentException if the record has no key
     */
    static Filed of(LoggedEvent event, Envelope envelope) {
        String home = event.key();
        if (home == null) {
            throw new IllegalArgumentException("A record without a key is of no territory");
        }
        return new Filed(home, envelope.partner());
    }
}
