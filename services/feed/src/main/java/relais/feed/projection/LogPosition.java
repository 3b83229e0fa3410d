package relais.feed.projection;

import relais.codec.StoredField;

/** Where in the log a record lies. */
public record LogPosition(String topic, int partition, long offset) {

    /** Names the partition in the whole log, such as {@code relais.experiences:3}. */
    @StoredField
    public String lane() {
        return topic + ":" + partition;
    }
}
