package relais.feed.projection;

/** Where in the log a record lies. */
public record LogPosition(String topic, int partition, long offset) {

    /** Names the partition in the whole log, such as {@code relais.experiences:3}. */
    public String lane() {
        return topic + ":" + partition;
    }
}
