package relais.feed.oracle.history;

import org.apache.avro.specific.SpecificRecord;
import relais.events.EventMetadata;

/** One event as it is written to the log. */
public record Told(String topic, String key, EventMetadata metadata, SpecificRecord event) {}
