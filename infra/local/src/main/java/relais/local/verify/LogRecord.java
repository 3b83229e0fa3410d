package relais.local.verify;

import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of the log as {@code /events?raw=true} tells it: what lies in the log, and nothing
 * that history makes of it.
 *
 * @param key empty if the record has none
 * @param value not copied, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record LogRecord(
        Partition partition,
        long offset,
        String key,
        SortedMap<String, String> headers,
        byte[] value) {

    /**
     * What the headers say that happened.
     *
     * @param id {@code aggregate:version}
     */
    record Event(String id, String aggregate, long version) {}

    static LogRecord parse(JsonNode line) {
        JsonNode log = line.path("log");
        SortedMap<String, String> headers = new TreeMap<>();
        line.path("raw")
                .path("headers")
                .propertyStream()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
        return new LogRecord(
                new Partition(log.path("topic").asString(), log.path("partition").asInt()),
                log.path("offset").asLong(),
                log.path("key").asString(""),
                headers,
                Base64.getDecoder().decode(line.path("raw").path("value").asString()));
    }

    /** Such as {@code relais.experiences:3:1207}, as in {@code /events?after=}. */
    String place() {
        return partition + ":" + offset;
    }

    /** Null for a record whose headers are not those of an event, or contradict each other. */
    @Nullable Event event() {
        String id = headers.get("ce_id");
        String aggregate = headers.get("ce_subject");
        String sequence = headers.get("ce_sequence");
        if (id == null || aggregate == null || sequence == null) {
            return null;
        }
        boolean agree =
                sequence.matches("[1-9][0-9]{0,17}") && id.equals(aggregate + ":" + sequence);
        return agree ? new Event(id, aggregate, Long.parseLong(sequence)) : null;
    }
}
