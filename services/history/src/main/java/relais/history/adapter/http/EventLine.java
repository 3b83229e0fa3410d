package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code /events} in JSON, as the description of the API has it; the lines themselves are
 * written by {@link relais.history.adapter.format.NdjsonFormat}.
 */
@Schema(name = "Event")
record EventLine(
        @Schema(example = "p-commune-25056:1") @Nullable String id,
        @Nullable String type,
        @Schema(description = "What it happened to") @Nullable String aggregate,
        @Nullable Long sequence,
        @Nullable Instant time,
        @Nullable String territory,
        @Schema(description = "Where the territory lay on that day, as the three below")
                @Nullable String epci,
        @Nullable String departement,
        @Nullable String region,
        @Nullable String academie,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable Boolean archive,
        Address log,
        @Schema(description = "What it says; absent if it cannot be read")
                @Nullable Map<String, Object> data,
        @Schema(description = "Why it cannot be read") @Nullable String unreadable,
        @Schema(description = "Its texts are not for whoever asks") @Nullable Boolean textHidden,
        @Schema(description = "Asked for with raw") @Nullable Raw raw) {

    /** Where it lies in the log. */
    @Schema(name = "EventAddress")
    record Address(
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            @Nullable String key,
            @Schema(description = "It repeats an event that lies before it")
                    @Nullable Boolean repeat) {}

    /** The record as it lies in the log, or its digest if its texts are hidden. */
    @Schema(name = "EventRecord")
    record Raw(
            @Nullable Map<String, String> headers,
            @Schema(description = "Its bytes, in Base64") @Nullable String value,
            @Schema(description = "SHA-256, 64 hexadecimal digits") @Nullable String digest,
            @Schema(description = "Digests of what the record itself does not prove")
                    Map<String, String> fields) {}
}
