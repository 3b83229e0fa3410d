package relais.aggregates;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told afterwards is past, and never goes back behind the aggregate's last event. */
final class ArchiveRules {

    /** Before any archive that can be meant. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    /** Which rows were applied is kept with what they were applied to, and has an end. */
    static final int MOST_ROWS = 10_000;

    private ArchiveRules() {}

    static List<Refusal> refusals(@Nullable Stored<?> before, Request request, Instant now) {
        Instant at = request.occurredAt();
        // The service's answer to an event of an archive comes after it, whatever came between.
        if (at == null || request.cause() != null) {
            return List.of();
        }
        return Stream.of(
                        Refusal.when(
                                at.isAfter(now), Refusal.invalid("occurredAt", "in-the-future")),
                        Refusal.when(
                                at.isBefore(FIRST),
                                Refusal.invalid("occurredAt", "too-long-ago", FIRST)),
                        Refusal.when(
                                before != null && before.importedRows().size() >= MOST_ROWS,
                                Refusal.conflict("row", "too-many-rows-of-one", MOST_ROWS)),
                        before == null
                                ? Stream.<Refusal>empty()
                                : Refusal.when(
                                        at.isBefore(before.lastEventAt()),
                                        Refusal.conflict(
                                                "occurredAt",
                                                "before-last-event",
                                                before.lastEventAt())))
                .flatMap(refusals -> refusals)
                .toList();
    }
}
