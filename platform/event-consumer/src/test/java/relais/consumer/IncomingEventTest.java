package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingEventTest {

    @Test
    void knowsItsAggregateAndSequence() {
        IncomingEvent event = Events.event("x-1:12");

        assertThat(event.unreadableBecause()).isNull();
        assertThat(event.aggregateId()).isEqualTo("x-1");
        assertThat(event.sequence()).isEqualTo(12);
        assertThat(event.type()).isEqualTo("test.Happened");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, '', ce_id",
        "ce_subject, ' ', ce_subject",
        "ce_type, '', ce_type",
        "ce_sequence, zero, ce_sequence",
        "ce_sequence, 0, ce_sequence",
        "ce_sequence, -1, ce_sequence",
        "ce_sequence, 99999999999999999999, ce_sequence",
        "ce_id, other:1, ce_id",
    })
    void saysWhichHeaderIsUnusable(String header, String text, String named) {
        Map<String, String> headers = Events.headers("a:1");
        headers.put(header, text);

        assertThat(withHeaders(headers).unreadableBecause()).contains(named);
    }

    @Test
    void isUnreadableWithoutHeaders() {
        assertThat(withHeaders(Map.of()).unreadableBecause()).contains("ce_id");
    }

    private static IncomingEvent withHeaders(Map<String, String> headers) {
        return new IncomingEvent("topic", 0, 0, Instant.EPOCH, "", headers, new byte[0]);
    }
}
