package relais.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's records as events. Takes any record: what is wrong with it shows later, and then it is
 * parked.
 */
final class IncomingRecords {
    private static final byte[] NOTHING = {};

    private IncomingRecords() {}

    static List<IncomingEvent> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<IncomingEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            events.add(
                    new IncomingEvent(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                            new String(bytes(record.key()), StandardCharsets.UTF_8),
                            headers(record),
                            bytes(record.value())));
        }
        return events;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(bytes(header.value()), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static byte[] bytes(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }
}
