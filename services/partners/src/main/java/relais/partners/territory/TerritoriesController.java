package relais.partners.territory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.DecisionContext;
import relais.partners.partner.NameWords;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;

/** Finds territories, of today or of a past day. */
@RestController
@RequestMapping("/territories")
@Tag(name = "territories")
record TerritoriesController(Territories territories, Clock clock) {
    private static final int MAX_SEARCH = 100;
    private static final String SCHEMES =
            Stream.of(Scheme.values()).map(Scheme::code).collect(Collectors.joining(", "));

    @Operation(
            summary = "Search territories by a part of their name, or by a code",
            description =
                    "Each word of q begins a word of the name, or says a kind (académie de"
                            + " Besançon); without regard to case and accents. Names that are so"
                            + " and that begin so come first, then the most populated. A number is a code (75, 13055)"
                            + " or a postal code (25000, 25000 Besançon), whose communes come first; one that"
                            + " no commune has gives its département. asOf is a day"
                            + " (2015-12-31), an instant, whose day is that of Paris, or now.")
    @ApiResponse(responseCode = "200", description = "Those that exist on that day, in one page")
    @GetMapping
    Page<TerritoryJson.Entry> search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String limit) {
        if (q.length() > MAX_SEARCH || NameWords.of(q).isEmpty()) {
            throw Problem.invalid("q", "search-text", MAX_SEARCH).exception();
        }
        LocalDate day = day(asOf);
        List<Territory> found = territories.search(q, scheme(scheme), day, Limits.limit(limit));
        return new Page<>(TerritoryJson.entries(found, day, territories), null);
    }

    @Operation(
            summary = "Show a territory, what it lies in on a day, and what it came from or became",
            description = "asOf is a day (2015-12-31) or an instant, whose day is that of Paris.")
    @ApiResponse(responseCode = "200", description = "The territory, whether or not it exists then")
    @GetMapping("/{id}")
    TerritoryJson show(
            @PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        LocalDate day = day(asOf);
        return TerritoryId.read(id)
                .flatMap(territories::find)
                .map(territory -> TerritoryJson.of(territory, day, territories))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    @Operation(
            summary = "Show what lies beside a territory on a day, and what is of its size",
            description =
                    "The reference knows no borders: beside a territory are those of its scheme that"
                            + " share with it the smallest territory around both, the largest first."
                            + " Of its size are those of its scheme whose number of inhabitants is"
                            + " proportionally closest. Up to limit each.")
    @ApiResponse(responseCode = "200", description = "Both, and the départements it lies in or has")
    @GetMapping("/{id}/neighbours")
    TerritoryNeighbours neighbours(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String limit) {
        LocalDate day = day(asOf);
        int size = Limits.limit(limit);
        TerritoryId territory =
                TerritoryId.read(id)
                        .filter(each -> territories.find(each).isPresent())
                        .orElseThrow(() -> Problem.notFound(id).exception());
        return new TerritoryNeighbours(
                TerritoryJson.entries(territories.beside(territory, day, size), day, territories),
                TerritoryJson.entries(
                        territories.ofSimilarSize(territory, day, size), day, territories),
                TerritoryJson.entries(territories.departements(territory, day), day, territories));
    }

    /** What lies around a territory in its own scheme. */
    @Schema(name = "TerritoryNeighbours")
    record TerritoryNeighbours(
            List<TerritoryJson.Entry> beside,
            List<TerritoryJson.Entry> ofSimilarSize,
            List<TerritoryJson.Entry> departements) {}

    private static @Nullable Scheme scheme(@Nullable String raw) {
        return raw == null
                ? null
                : Scheme.of(raw)
                        .orElseThrow(
                                () -> Problem.invalid("scheme", "one-of", SCHEMES).exception());
    }

    private LocalDate day(@Nullable String asOf) {
        try {
            if (asOf == null || asOf.equals("now")) {
                return LocalDate.ofInstant(clock.instant(), DecisionContext.FRANCE);
            }
            return asOf.indexOf('T') < 0
                    ? LocalDate.parse(asOf)
                    : LocalDate.ofInstant(Instant.parse(asOf), DecisionContext.FRANCE);
        } catch (DateTimeException e) {
            throw Problem.invalid("asOf", "day-or-instant").exception();
        }
    }
}
