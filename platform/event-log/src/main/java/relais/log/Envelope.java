package relais.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event's headers say of it: enough to know whether it is wanted, without decoding it.
 *
 * @param id {@code aggregateId:sequence}
 * @param type the event's full name, such as {@code relais.events.partners.PartnerRegistered}
 * @param time when it happened
 * @param territory where, as {@code scheme:code}
 * @param partner the partner whose aggregate it happened to, which need not be the one that acted
 * @param actor the mandate that acted, never a person
 * @param archive whether it tells of a time before the platform
 */
public record Envelope(
        String id,
        String type,
        String aggregateId,
        long sequence,
        Instant time,
        String territory,
        @Nullable String partner,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        boolean archive) {

    /** Null for a record that is no event: its headers lack something or make no sense. */
    public static @Nullable Envelope of(Map<String, String> headers) {
        String id = headers.get("ce_id");
        String type = headers.get("ce_type");
        String aggregateId = headers.get("ce_subject");
        String sequence = headers.get("ce_sequence");
        String time = headers.get("ce_time");
        String territory = headers.get("ce_territory");
        if (id == null
                || type == null
                || aggregateId == null
                || sequence == null
                || time == null
                || territory == null) {
            return null;
        }
        try {
            return new Envelope(
                    id,
                    type,
                    aggregateId,
                    Long.parseLong(sequence),
                    Instant.parse(time),
                    territory,
                    headers.get("ce_partner"),
                    headers.get("ce_actor"),
                    headers.get("ce_correlationid"),
                    headers.get("ce_causationid"),
                    Boolean.parseBoolean(headers.get("ce_archive")));
        } catch (DateTimeException | NumberFormatException noEvent) {
            return null;
        }
    }

    /** The event's name without its package. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
