package relais.outbox;

/**
 * What a collection holds of one aggregate, without its state.
 *
 * @param unsent how many of its events Kafka has not acknowledged, the last ones up to the version
 */
public record StoredVersion(String id, long version, int unsent) {}
