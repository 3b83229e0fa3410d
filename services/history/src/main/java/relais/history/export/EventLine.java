package relais.history.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.RecordPosition;
import tools.jackson.core.JsonGenerator;

/**
 * One event in JSON: what the headers say, where it lies in the log, what it says. It is written
 * property by property, for an export has millions of them.
 */
@Schema(name = "Event")
public record EventLine(
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
        @Schema(
                        description = "What it says; absent if it cannot be read",
                        implementation = Map.class)
                @Nullable Payload data,
        @Schema(description = "Why it cannot be read") @Nullable String unreadable,
        @Schema(description = "Its texts are not for whoever asks") @Nullable Boolean textHidden,
        @Schema(description = "Asked for with raw") @Nullable Raw raw) {

    /** Where it lies in the log. */
    @Schema(name = "EventAddress")
    public record Address(
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            @Nullable String key,
            @Schema(description = "It repeats an event that lies before it")
                    @Nullable Boolean repeat) {}

    /** The record as it lies in the log, or its digest if its texts are hidden. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EventRecord")
    public record Raw(
            @Nullable Map<String, String> headers,
            @Schema(description = "Its bytes, in Base64") @Nullable String value,
            @Schema(description = "SHA-256, 64 hexadecimal digits") @Nullable String digest,
            @Schema(description = "Digests of what the record itself does not prove")
                    Map<String, String> fields) {}

    /**
     * A row as it is told.
     *
     * @param raw null unless it is asked for
     */
    public static EventLine of(Row row, @Nullable Raw raw) {
        Envelope envelope = row.envelope();
        ParentTerritories within = row.parentTerritories();
        RecordPosition place = row.event().place();
        return new EventLine(
                said(envelope, Envelope::id),
                said(envelope, Envelope::type),
                said(envelope, Envelope::aggregateId),
                said(envelope, Envelope::sequence),
                said(envelope, Envelope::time),
                said(envelope, Envelope::territory),
                within.epci(),
                within.departement(),
                within.region(),
                within.academie(),
                said(envelope, Envelope::partner),
                said(envelope, Envelope::actor),
                said(envelope, Envelope::correlationId),
                said(envelope, Envelope::causationId),
                said(envelope, Envelope::archive),
                new Address(
                        place.partition().topic(),
                        place.partition().partition(),
                        place.offset(),
                        place.appendedAt(),
                        row.event().key(),
                        row.repeat() ? true : null),
                row.data(),
                row.unreadable(),
                row.textHidden() ? true : null,
                raw);
    }

    /** Writes it in the order of its components, without what is absent. */
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        text("id", id, out);
        text("type", type, out);
        text("aggregate", aggregate, out);
        if (sequence != null) {
            out.writeNumberProperty("sequence", sequence);
        }
        text("time", time, out);
        text("territory", territory, out);
        text("epci", epci, out);
        text("departement", departement, out);
        text("region", region, out);
        text("academie", academie, out);
        text("partner", partner, out);
        text("actor", actor, out);
        text("correlationId", correlationId, out);
        text("causationId", causationId, out);
        truth("archive", archive, out);
        out.writeObjectPropertyStart("log");
        text("topic", log.topic(), out);
        out.writeNumberProperty("partition", log.partition());
        out.writeNumberProperty("offset", log.offset());
        text("appendedAt", log.appendedAt(), out);
        text("key", log.key(), out);
        truth("repeat", log.repeat(), out);
        out.writeEndObject();
        if (data != null) {
            out.writeName("data");
            data.writeTo(out);
        }
        text("unreadable", unreadable, out);
        truth("textHidden", textHidden, out);
        if (raw != null) {
            out.writePOJOProperty("raw", raw);
        }
        out.writeEndObject();
    }

    private static void text(String name, @Nullable Object value, JsonGenerator out) {
        if (value != null) {
            out.writeStringProperty(name, value.toString());
        }
    }

    private static void truth(String name, @Nullable Boolean value, JsonGenerator out) {
        if (value != null) {
            out.writeBooleanProperty(name, value);
        }
    }

    private static <T> @Nullable T said(
            @Nullable Envelope envelope, Function<Envelope, @Nullable T> attribute) {
        return envelope == null ? null : attribute.apply(envelope);
    }
}
