package relais.feed.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import relais.consumer.IncomingEvent;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Stamp;

class ProjectionSpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String REQUEST = "b7ad6b7169203331";
    private static final Instant CHANGED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant VISIBLE = Instant.parse("2026-01-01T12:00:01Z");

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @Test
    void whatIsVisibleIsASpanOfTheRequestFromTheChangeOn() {
        visible(Map.of("ce_traceparent", "00-" + TRACE + "-" + REQUEST + "-01"));

        SpanData span = TELEMETRY.getSpans().getFirst();
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        assertThat(span.getName()).isEqualTo("visible in the feed");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(REQUEST);
        assertThat(span.getStartEpochNanos())
                .isEqualTo(TimeUnit.SECONDS.toNanos(CHANGED.getEpochSecond()));
        assertThat(span.getEndEpochNanos())
                .isEqualTo(TimeUnit.SECONDS.toNanos(VISIBLE.getEpochSecond()));
    }

    @Test
    void anEventOfARequestThatIsNotTracedMakesNoSpan() {
        visible(Map.of());
        visible(Map.of("ce_traceparent", "00-" + TRACE + "-" + REQUEST + "-00"));
        visible(Map.of("ce_traceparent", "not one"));

        assertThat(TELEMETRY.getSpans()).isEmpty();
    }

    private static void visible(Map<String, String> headers) {
        var position = new LogPosition("relais.experiences", 0, 7);
        ProjectionSpans.visible(
                new IncomingEvent(position.topic(), 0, 7, CHANGED, "k", headers, new byte[] {1}),
                new Stamp("e-1", 3, CHANGED, null, null, false, position),
                VISIBLE);
    }
}
