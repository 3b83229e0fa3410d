package relais.notices.webhook;

import java.util.Map;

/** How to connect to Kafka, as its clients take it. */
public record KafkaConnectionSettings(Map<String, Object> settings) {

    public KafkaConnectionSettings {
        settings = Map.copyOf(settings);
    }
}
