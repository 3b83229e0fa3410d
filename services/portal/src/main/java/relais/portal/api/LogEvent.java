package relais.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event, straight from the log. What is no event of Relais has a place only. */
public record LogEvent(
        @Nullable String id,
        @Nullable String type,
        @Nullable String aggregate,
        @Nullable Long sequence,
        @Nullable Instant time,
        @Nullable String territory,
        @Nullable String departement,
        @Nullable String region,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable Boolean archive,
        Place log,
        @Nullable JsonNode data,
        @Nullable String unreadable,
        @Nullable Boolean textHidden) {

    /** Where it lies, and since when. */
    public record Place(
            String topic, int partition, long offset, Instant appendedAt, @Nullable String key) {

        /** As the service takes it: {@code relais.experiences:3:1207}. */
        public String address() {
            return topic + ":" + partition + ":" + offset;
        }
    }

    /** The last part of its type. */
    public @Nullable String name() {
        return type == null ? null : type.substring(type.lastIndexOf('.') + 1);
    }
}
