package relais.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BiConsumer;
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

    private static final String MILLISECONDS = "0000-00-00T00:00:00.000Z";

    /** Null for a record that is no event: its headers lack something or make no sense. */
    public static @Nullable Envelope of(Map<String, String> headers) {
        var read = new Attributes();
        headers.forEach(read);
        return read.envelope();
    }

    /** Null as well. */
    public static @Nullable Envelope of(LoggedEvent event) {
        var read = new Attributes();
        event.forEachHeader(read);
        return read.envelope();
    }

    /** What headers say, which are gone through once. The last one of a name counts. */
    private static final class Attributes implements BiConsumer<String, String> {

        private @Nullable String id;
        private @Nullable String type;
        private @Nullable String aggregateId;
        private @Nullable String sequence;
        private @Nullable String time;
        private @Nullable String territory;
        private @Nullable String partner;
        private @Nullable String actor;
        private @Nullable String correlationId;
        private @Nullable String causationId;
        private @Nullable String archive;

        @Override
        public void accept(String name, String value) {
            switch (name) {
                case "ce_id" -> id = value;
                case "ce_type" -> type = value;
                case "ce_subject" -> aggregateId = value;
                case "ce_sequence" -> sequence = value;
                case "ce_time" -> time = value;
                case "ce_territory" -> territory = value;
                case "ce_partner" -> partner = value;
                case "ce_actor" -> actor = value;
                case "ce_correlationid" -> correlationId = value;
                case "ce_causationid" -> causationId = value;
                case "ce_archive" -> archive = value;
                default -> {}
            }
        }

        @Nullable Envelope envelope() {
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
                        Envelope.time(time),
                        territory,
                        partner,
                        actor,
                        correlationId,
                        causationId,
                        Boolean.parseBoolean(archive));
            } catch (DateTimeException | NumberFormatException noEvent) {
                return null;
            }
        }
    }

    /**
     * The instant that {@code ce_time} names.
     *
     * @throws DateTimeException if it names none
     */
    public static Instant time(String text) {
        // Services write it as 2015-10-01T08:05:30.000Z, which a formatter takes ten times as long
        // to read. It has the last word on everything else.
        if (text.length() != MILLISECONDS.length()) {
            return Instant.parse(text);
        }
        int[] numbers = new int[7];
        int number = 0;
        for (int i = 0; i < MILLISECONDS.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (MILLISECONDS.charAt(i) != '0') {
                if (text.charAt(i) != MILLISECONDS.charAt(i)) {
                    return Instant.parse(text);
                }
                number++;
            } else if (digit < 0 || digit > 9) {
                return Instant.parse(text);
            } else {
                numbers[number] = numbers[number] * 10 + digit;
            }
        }
        if (numbers[3] > 23 || numbers[5] > 59) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        numbers[0],
                        numbers[1],
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        numbers[5],
                        numbers[6] * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    /** The event's name without its package. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
