package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.feed.projection.Kind;
import relais.feed.query.Cards;
import relais.feed.query.Facet;
import relais.feed.query.Filter;
import relais.feed.query.Proven;
import relais.feed.query.ProvenFigures;
import relais.feed.query.Reader;
import relais.feed.query.Vocabulary;
import relais.territories.Territories;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Violation;
import tools.jackson.databind.json.JsonMapper;

/** How many cards there are of what, under the same filters as the lists. */
@RestController
@Tag(name = "cards")
record FacetController(
        Readers readers,
        FilterReader filters,
        Cards cards,
        ProvenFigures figures,
        Territories territories,
        Vocabulary vocabulary,
        JsonMapper json) {

    private static final int MOST_VALUES = 50;

    private record Question(Filter filter, Reader reader, Set<Facet> others) {}

    /** Counts by facet. The most frequent value comes first; months come in order. */
    record Facets(
            @Schema(description = "How many cards match in all") long total,
            List<Count> kind,
            List<Count> status,
            List<Count> axis,
            List<Count> level,
            List<Count> region,
            List<Count> departement,
            List<Count> academie,
            @Schema(description = "Month of the card's date, in Europe/Paris") List<Count> month,
            @Schema(description = "The 50 most frequent; only where by asks for it")
                    @Nullable List<Count> tag,
            @Schema(description = "Classes of cost; only where by asks for it")
                    @Nullable List<Count> cost,
            @Schema(description = "Measured or expected; only where by asks for it")
                    @Nullable List<Count> results,
            @Schema(description = "Whom it is for; only where by asks for it")
                    @Nullable List<Count> audience,
            @Nullable ProofView proof) {

        Facets with(@Nullable ProofView proven) {
            return new Facets(
                    total,
                    kind,
                    status,
                    axis,
                    level,
                    region,
                    departement,
                    academie,
                    month,
                    tag,
                    cost,
                    results,
                    audience,
                    proven);
        }
    }

    record Count(
            @Schema(example = "region:24") String value,
            @Schema(description = "The territory's name") @Nullable String name,
            long count) {

        Count of(Names names) {
            return new Count(value, names.territory(value).name(), count);
        }
    }

    @GetMapping(path = "/facets", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Counts of the cards that match, by value of each facet",
            description =
                    "Experiences that stand, that is, those published, unless kind or status says"
                            + " otherwise: kind=ALL counts cards of every kind, status=ALL also what"
                            + " is under review, withdrawn, moderated or finished. The proof says what"
                            + " was counted, for which reader, and of which place of the log.")
    Facets facets(
            FilterParameters parameters,
            CardParameters ofCards,
            @Parameter(
                            description =
                                    "Count by these values of experiences, too;"
                                            + " given several times, each of them",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "TAG",
                                                "COST",
                                                "RESULTS",
                                                "AUDIENCE"
                                            }))
                    @RequestParam(required = false)
                    @Nullable List<String> by,
            Optional<Caller> caller) {
        FilterParameters asked =
                parameters.of(
                        or(parameters.kind(), Kind.EXPERIENCE.name()),
                        or(parameters.status(), FilterReader.STANDING));
        Filter filter = filters.read(asked, ofCards);
        Set<Facet> others = others(by);
        Reader reader = readers.of(caller);
        Proven<Map<Facet, Map<String, Long>>> proven =
                figures.prove(
                        new Question(filter, reader, others), () -> count(filter, reader, others));
        Facets counted = facets(proven.figure());
        SortedMap<String, Object> question = asked.said();
        question.put("reader", reader.reach().name());
        if (reader.partner() != null) {
            question.put("readerOf", reader.partner());
        }
        ofCards.saidIn(question);
        FilterParameters.put(question, "by", by);
        return counted.with(ProofView.of(proven, question, json.valueToTree(counted)));
    }

    private static Set<Facet> others(@Nullable List<String> by) {
        var violations = new ArrayList<Violation>();
        List<String> known =
                Stream.of(Facet.values()).filter(Facet::isOnRequest).map(Enum::name).toList();
        Set<String> wanted = FilterReader.among("by", by, known, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return wanted.stream().map(Facet::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> or(@Nullable List<String> asked, String usual) {
        return asked == null || asked.isEmpty() ? List.of(usual) : asked;
    }

    private Facets facets(Map<Facet, Map<String, Long>> counts) {
        return new Facets(
                counts.getOrDefault(Facet.KIND, Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                byFrequency(counts, Facet.KIND),
                byFrequency(counts, Facet.STATUS),
                byFrequency(counts, Facet.AXIS),
                byFrequency(counts, Facet.LEVEL),
                ofTerritories(counts, Facet.REGION),
                ofTerritories(counts, Facet.DEPARTEMENT),
                ofTerritories(counts, Facet.ACADEMIE),
                inOrder(counts, Facet.MONTH),
                onRequest(counts, Facet.TAG),
                onRequest(counts, Facet.COST),
                onRequest(counts, Facet.RESULTS),
                onRequest(counts, Facet.AUDIENCE),
                null);
    }

    /** The same as the lists show: similar words count where nothing has those of the question. */
    private Map<Facet, Map<String, Long>> count(Filter filter, Reader reader, Set<Facet> others) {
        Map<Facet, Map<String, Long>> counts = cards.count(filter, reader, others);
        boolean none = counts.getOrDefault(Facet.KIND, Map.of()).isEmpty();
        return none && !filter.words().isEmpty()
                ? cards.count(vocabulary.widened(filter), reader, others)
                : counts;
    }

    private static List<Count> inOrder(Map<Facet, Map<String, Long>> counts, Facet facet) {
        return counts.getOrDefault(facet, Map.of()).entrySet().stream()
                .map(count -> new Count(count.getKey(), null, count.getValue()))
                .sorted(Comparator.comparing(Count::value))
                .toList();
    }

    /** Null if it was not counted. */
    private static @Nullable List<Count> onRequest(
            Map<Facet, Map<String, Long>> counts, Facet facet) {
        return counts.containsKey(facet)
                ? byFrequency(counts, facet).stream().limit(MOST_VALUES).toList()
                : null;
    }

    private static List<Count> byFrequency(Map<Facet, Map<String, Long>> counts, Facet facet) {
        return inOrder(counts, facet).stream()
                .sorted(Comparator.comparingLong(Count::count).reversed())
                .toList();
    }

    private List<Count> ofTerritories(Map<Facet, Map<String, Long>> counts, Facet facet) {
        var names = new Names(territories);
        return byFrequency(counts, facet).stream().map(count -> count.of(names)).toList();
    }
}
