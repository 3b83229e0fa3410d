package relais.feed.adapter.kafka;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import relais.consumer.EventTraces;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Stamp;

/**
 * Of events whose request is traced: a span {@code project} for what is folded and stored, and a
 * span {@code visible in the feed}, from the change until readers can see it, beside what the
 * request did itself.
 */
final class ProjectionSpans {

    private final List<Span> projecting = new ArrayList<>();

    static ProjectionSpans begin(List<HandledEvent<CardEvent>> batch) {
        var spans = new ProjectionSpans();
        for (HandledEvent<CardEvent> handled : batch) {
            Context handling = EventTraces.handling(handled.source());
            if (isTraced(handling)) {
                spans.projecting.add(
                        EventTraces.tracer()
                                .spanBuilder("project")
                                .setParent(handling)
                                .setAttribute("relais.events.together", batch.size())
                                .startSpan());
            }
        }
        return spans;
    }

    /** Whether they were stored or not: what failed comes again. */
    void end() {
        projecting.forEach(Span::end);
    }

    /** Readers can see it from now on. */
    static void visible(IncomingEvent event, Stamp stamp, Instant now) {
        Context made = EventTraces.made(event);
        if (isTraced(made)) {
            EventTraces.tracer()
                    .spanBuilder("visible in the feed")
                    .setParent(made)
                    .setStartTimestamp(stamp.time())
                    .setAttribute("relais.card", stamp.aggregateId())
                    .setAttribute("relais.version", stamp.sequence())
                    .startSpan()
                    .end(now);
        }
    }

    private static boolean isTraced(Context context) {
        return Span.fromContext(context).getSpanContext().isSampled();
    }
}
