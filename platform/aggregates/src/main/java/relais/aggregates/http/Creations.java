package relais.aggregates.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Reservation;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives an id to what a request creates: the same id to the same request sent again. */
public final class Creations {

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    Creations(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        // A number of many digits is another request, not a number to write out.
        this.json = json.rebuild().disable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    }

    /**
     * @param scope what is created, and where
     * @param prefix of the id, such as {@code x-}
     */
    public Reservation reserve(
            String scope, String prefix, @Nullable String key, Caller caller, Object body) {
        return keys.reserve(
                scope,
                key,
                caller.actor(),
                json.writeValueAsBytes(body),
                () -> prefix + UUID.randomUUID());
    }
}
