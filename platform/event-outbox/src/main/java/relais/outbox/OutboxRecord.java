package relais.outbox;

import java.util.Map;

/**
 * A Kafka record that is ready to be sent: nothing is left to decide when it leaves.
 *
 * @param topic where it goes
 * @param key what decides its partition; an aggregate never changes its key, or its order would be
 *     lost
 * @param value the encoded event; not copied, so the caller must not change it afterwards
 * @param headers names and text values, sent in UTF-8 and in the map's order
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Records are sent, never compared; copying each value would only
// cost.
public record OutboxRecord(String topic, String key, byte[] value, Map<String, String> headers) {

    public OutboxRecord {
        if (topic.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("an outbox record needs a topic and a key");
        }
    }
}
