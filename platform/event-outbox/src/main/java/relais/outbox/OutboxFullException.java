package relais.outbox;

/**
 * The aggregate has too many records that Kafka has not taken yet, so that one more would make its
 * document grow without a limit. Nothing was written: the same command succeeds once Kafka is back.
 * An HTTP service answers 503.
 */
public final class OutboxFullException extends RuntimeException {

    OutboxFullException(String collection, String id, Outbox.Waiting waiting) {
        super(
                "%s %s has %d unsent records, %d bytes: Kafka has not taken them yet"
                        .formatted(collection, id, waiting.records(), waiting.bytes()));
    }
}
