package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.projection.Kind;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.Status;
import relais.feed.query.Agenda;
import relais.feed.query.Filter;
import relais.feed.query.Moments;
import relais.feed.query.Reader;
import relais.web.Caller;
import relais.web.Limits;
import relais.web.Problem;

/** The page of an axis of the charter, in one call. */
@RestController
@Tag(name = "committee")
record AxisController(
        Readers readers, FilterReader filters, Agenda agenda, CardViews views, Clock clock) {

    @GetMapping(path = "/axes/{axis}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What is aimed at, under way, adopted and new on an axis",
            description =
                    "Each list holds up to `limit` cards and says how many there are; of the"
                            + " objectives also the measures, of the texts what they cite.")
    AxisView axis(
            @Parameter(example = "USES") @PathVariable String axis,
            @Parameter(description = "As it was at that instant, or at the end of that day")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @RequestParam(required = false) @Nullable String limit,
            Optional<Caller> caller) {
        if (!FilterReader.AXES.contains(axis)) {
            throw Problem.notFound(axis).exception();
        }
        Instant at = filters.asOf(asOf);
        int size = Limits.limit(limit);
        Reader reader = readers.of(caller);
        Instant now = clock.instant();
        var today = Moments.dayOf(at == null || at.isAfter(now) ? now : at);
        Set<Status> standing = EnumSet.of(Status.PLANNED, Status.UNDER_WAY);
        Agenda.Listing objectives = latest(axis, Kind.OBJECTIVE, Status.OPEN, at, reader, size);
        Agenda.Listing texts = latest(axis, Kind.CONTRIBUTION, Status.ADOPTED, at, reader, size);
        return new AxisView(
                axis,
                section(objectives, at, reader),
                section(
                        agenda.actions(axis, EnumSet.of(Status.UNDER_WAY), null, at, size),
                        at,
                        reader),
                section(agenda.actions(axis, standing, today, at, size), at, reader),
                section(texts, at, reader),
                section(
                        latest(axis, Kind.EXPERIENCE, Status.PUBLISHED, at, reader, size),
                        at,
                        reader),
                objectives.cards().stream()
                        .flatMap(stored -> stored.as(ObjectiveCard.class).stream())
                        .map(AxisView.ObjectiveCourse::of)
                        .toList(),
                views.sources(texts.cards(), reader));
    }

    private Agenda.Listing latest(
            String axis, Kind kind, Status status, @Nullable Instant at, Reader reader, int size) {
        Filter filter = Filter.ofAxis(axis, kind, status).asOf(at);
        return agenda.latest(filter, reader, size);
    }

    private AxisView.Section section(
            Agenda.Listing listing, @Nullable Instant asOf, Reader reader) {
        return new AxisView.Section(listing.total(), views.list(listing.cards(), asOf, reader));
    }
}
