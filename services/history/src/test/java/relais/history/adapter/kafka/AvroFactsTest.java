package relais.history.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import relais.events.EventSchemas;

class AvroFactsTest {

    /** A new event type must be told what it does to figures, or that it does nothing. */
    @Test
    void everyEventTypeIsKnownOnce() {
        List<String> known =
                Stream.of(AvroFacts.NOT_COUNTED, AvroFacts.NO_FIGURE, AvroFacts.KINDS.keySet())
                        .flatMap(names -> names.stream())
                        .toList();

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        EventSchemas.byTopic().values().stream()
                                .flatMap(List::stream)
                                .map(Schema::getName)
                                .toList());
    }
}
