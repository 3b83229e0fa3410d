package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import relais.history.catchup.CaughtUpLedger;
import relais.history.figure.By;
import relais.history.figure.Comparison;
import relais.history.figure.Entry;
import relais.history.figure.Figure;
import relais.history.figure.Geography;
import relais.history.figure.Ledger;
import relais.history.figure.Scope;
import relais.history.figure.Titles;
import relais.log.PositionsToken;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Problem;
import relais.web.QueryParameters;
import relais.web.Role;
import relais.web.Violation;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two instants, with the list behind every figure. */
@RestController
@Tag(name = "figures")
class CompareController {

    /** The rest is found by narrowing the question. */
    static final int MOST_GROUPS = 100;

    private static final String ENTRIES = "/compare/entries";
    private static final String[] SHARED = {
        "from", "to", "territory", "kind", "axis", "level", "partner", "upTo"
    };
    private static final QueryParameters QUERY = QueryParameters.once(SHARED).orRepeatable("by");
    private static final QueryParameters LIST_QUERY =
            QueryParameters.once(
                    "from",
                    "to",
                    "territory",
                    "kind",
                    "axis",
                    "level",
                    "partner",
                    "upTo",
                    "change",
                    "by",
                    "value",
                    "limit",
                    "cursor");

    private final FigureQuestions questions;
    private final TextsToldTo texts;
    private final JsonMapper json;

    CompareController(FigureQuestions questions, TextsToldTo texts, JsonMapper json) {
        this.questions = questions;
        this.texts = texts;
        this.json = json;
    }

    /**
     * The figures.
     *
     * @param entries where the lists are: a figure's own {@code entries} is to be put behind it
     * @param by by what and by value, the group with the most changes first
     */
    @Schema(name = "Comparison")
    record Answer(
            Instant from,
            Instant to,
            String entries,
            Map<String, Count> totals,
            Map<String, Groups> by,
            @Nullable ProofView proof) {

        Answer with(ProofView proven) {
            return new Answer(from, to, entries, totals, by, proven);
        }
    }

    /**
     * One figure.
     *
     * @param entries what to put behind the answer's {@code entries} for the list of its units
     */
    @Schema(name = "ComparisonCount")
    record Count(int count, String entries) {}

    /**
     * The groups.
     *
     * @param count how many there are, those left out of {@code items} included
     */
    @Schema(name = "ComparisonGroups")
    record Groups(int count, List<Group> items) {}

    /**
     * One group.
     *
     * @param name of the territory or the partner
     * @param figures by name; absent is zero
     * @param formerly the territories that this one took over from between the two instants, with
     *     what stood in each of them at the first; they add up to the group's {@code before}
     */
    @Schema(name = "ComparisonGroup")
    record Group(
            String value,
            @Nullable String name,
            Map<String, Count> figures,
            List<Former> formerly) {}

    /** A territory that another one took over from. */
    @Schema(name = "ComparisonFormerTerritory")
    record Former(String value, @Nullable String name, Count before) {}

    /**
     * A part of the list behind a figure.
     *
     * @param items in the order in which they came about
     * @param nextCursor absent at the end
     */
    @Schema(name = "ComparisonEntries")
    record Entries(List<Entry> items, @Nullable String nextCursor, @Nullable ProofView proof) {

        Entries with(ProofView proven) {
            return new Entries(items, nextCursor, proven);
        }
    }

    @Operation(
            summary = "Two instants compared",
            description =
                    "Experiences, unless kind says otherwise. What stood at the one is compared with what stands at the other. In every"
                            + " group, after = before + new + arrived - left - withdrawn - moderated -"
                            + " suspended - superseded - completed - abandoned - cancelled. Each side is"
                            + " counted by the territories of its own day: one that took over from"
                            + " others in between names them, and what stood in each, as formerly.")
    @ApiResponse(responseCode = "200", description = "The figures", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "Something in the question cannot be meant")
    @ApiResponse(responseCode = "403", description = "For analysts, the committee and operators")
    @ApiResponse(
            responseCode = "503",
            description = "The log does not answer, or is being read: try again shortly")
    @GetMapping("/compare")
    Answer compare(
            CompareQuestion moments,
            FigureScope counted,
            @Parameter(
                            description =
                                    "By what; several times for several. Absent: by everything."
                                            + " One of region, departement, academie, epci, axis,"
                                            + " level, kind, partner")
                    @RequestParam(required = false)
                    @Nullable List<String> by,
            Caller caller,
            HttpServletRequest request)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        QUERY.check(request.getParameterMap());
        Set<By> wanted = by(by);
        FigureQuestions.Compared question =
                questions.read(moments, counted, wanted.equals(Set.of(By.KIND)));
        CaughtUpLedger.Answer<Shown> answer =
                questions.answer(
                        question.place(),
                        view -> shown(comparison(question).count(view, wanted), view));
        Answer counts =
                new Answer(
                        question.from().at(),
                        question.to().at(),
                        link(question),
                        answer.value().totals(),
                        answer.value().by(),
                        null);
        SortedMap<String, Object> asked = said(question);
        asked.put("by", wanted.stream().map(By::code).toList());
        return counts.with(
                ProofView.of(question.place(), answer.proof(), asked, json.valueToTree(counts)));
    }

    @Operation(
            summary = "The list behind a figure of a comparison",
            description =
                    "With the from, to and upTo of the comparison, it has as many lines as the"
                            + " figure says. In the order in which they came about.")
    @ApiResponse(responseCode = "200", description = "The list", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "Something in the question cannot be meant")
    @ApiResponse(responseCode = "403", description = "For analysts, the committee and operators")
    @ApiResponse(
            responseCode = "503",
            description = "The log does not answer, or is being read: try again shortly")
    @GetMapping(ENTRIES)
    Entries entries(
            CompareQuestion moments,
            FigureScope counted,
            @Parameter(description = "Which figure, by its name", example = "new")
                    @RequestParam(required = false)
                    @Nullable String change,
            @Parameter(description = "With value: of one group only", example = "axis")
                    @RequestParam(required = false)
                    @Nullable String by,
            @Parameter(description = "With by: of which group", example = "USES")
                    @RequestParam(required = false)
                    @Nullable String value,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        LIST_QUERY.check(request.getParameterMap());
        int most = Limits.limit(limit);
        Comparison.After after = after(cursor);
        Figure figure = figure(change);
        Comparison.Group group = group(by, value);
        FigureQuestions.Compared question = questions.read(moments, counted, false);
        CaughtUpLedger.Answer<List<Entry>> answer =
                questions.answer(
                        question.place(),
                        view -> comparison(question).list(view, figure, group, after, most + 1));
        Set<String> hidden = texts.hidden();
        List<Entry> items =
                answer.value().stream()
                        .limit(most)
                        .map(each -> hidden.contains(each.id()) ? each.withoutTitle() : each)
                        .toList();
        Entries listed =
                new Entries(
                        items, answer.value().size() > most ? cursor(items.getLast()) : null, null);
        SortedMap<String, Object> asked = said(question);
        asked.put("change", figure.code());
        asked.put("limit", most);
        if (group != null) {
            asked.put("by", group.by().code());
            asked.put("value", group.value());
        }
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        return listed.with(
                ProofView.of(question.place(), answer.proof(), asked, json.valueToTree(listed)));
    }

    /** All that the figures depend on beside the log. */
    private static SortedMap<String, Object> said(FigureQuestions.Compared question) {
        SortedMap<String, Object> said = ProofView.said(question.scope());
        said.put("from", question.from().at().toString());
        said.put("to", question.to().at().toString());
        return said;
    }

    private record Shown(Map<String, Count> totals, Map<String, Groups> by) {}

    private Comparison comparison(FigureQuestions.Compared question) {
        return new Comparison(
                questions.geography(), question.scope(), question.from(), question.to());
    }

    private Shown shown(Comparison.Result result, Ledger.View view) {
        Map<String, Count> totals = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            totals.put(figure.code(), count(figure, result.totals(), ""));
        }
        Map<String, Groups> by = new LinkedHashMap<>();
        result.groups()
                .forEach((each, groups) -> by.put(each.code(), groups(each, groups, result, view)));
        return new Shown(totals, by);
    }

    private Groups groups(
            By by,
            Map<String, Comparison.Counts> groups,
            Comparison.Result result,
            Ledger.View view) {
        return new Groups(
                groups.size(),
                groups.entrySet().stream()
                        .sorted(
                                Comparator.<Map.Entry<String, Comparison.Counts>>comparingInt(
                                                group -> -group.getValue().changes())
                                        .thenComparingInt(
                                                group -> -group.getValue().of(Figure.AFTER))
                                        .thenComparing(Map.Entry::getKey))
                        .limit(MOST_GROUPS)
                        .map(group -> group(by, group.getKey(), group.getValue(), result, view))
                        .toList());
    }

    private Group group(
            By by,
            String value,
            Comparison.Counts counts,
            Comparison.Result result,
            Ledger.View view) {
        String behind = behind(by, value);
        Map<String, Count> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (counts.of(figure) > 0) {
                figures.put(figure.code(), count(figure, counts, behind));
            }
        }
        return new Group(
                value,
                name(by, value, questions.geography(), view),
                figures,
                result.formerly().getOrDefault(value, Map.of()).entrySet().stream()
                        .map(former -> former(by, former.getKey(), former.getValue()))
                        .toList());
    }

    private Former former(By by, String value, int before) {
        return new Former(
                value,
                questions.geography().name(value),
                new Count(before, "&change=" + Figure.BEFORE.code() + behind(by, value)));
    }

    private static String behind(By by, String value) {
        return "&by=" + by.code() + "&value=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    static @Nullable String name(By by, String value, Geography geography, Ledger.View view) {
        if (by == By.PARTNER) {
            return Titles.of(view, value);
        }
        return by.isTerritorial() ? geography.name(value) : null;
    }

    private static Count count(Figure figure, Comparison.Counts counts, String group) {
        return new Count(counts.of(figure), "&change=" + figure.code() + group);
    }

    /** With instants, so that a list asked for tomorrow is the same. */
    private static String link(FigureQuestions.Compared question) {
        Scope scope = question.scope();
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath(ENTRIES)
                        .queryParam("from", question.from().at())
                        .queryParam("to", question.to().at())
                        .queryParam("upTo", PositionsToken.of(question.place()));
        ProofView.said(scope).forEach(link::queryParam);
        return link.build().encode().toUriString();
    }

    private static Set<By> by(@Nullable List<String> raw) {
        if (raw == null) {
            return EnumSet.allOf(By.class);
        }
        List<Violation> violations = new ArrayList<>();
        Set<By> by = EnumSet.noneOf(By.class);
        for (String each : raw) {
            By known = FigureQuestions.symbol("by", each, By.values(), By::code, violations);
            if (known != null) {
                by.add(known);
            }
        }
        FigureQuestions.refuse(violations);
        return by;
    }

    private static Figure figure(@Nullable String raw) {
        List<Violation> violations = new ArrayList<>();
        Figure figure =
                FigureQuestions.symbol("change", raw, Figure.values(), Figure::code, violations);
        if (figure != null) {
            return figure;
        }
        throw Problem.invalid(
                        violations.isEmpty()
                                ? List.of(new Violation("change", "required"))
                                : violations)
                .exception();
    }

    private static Comparison.@Nullable Group group(@Nullable String by, @Nullable String value) {
        List<Violation> violations = new ArrayList<>();
        By known = FigureQuestions.symbol("by", by, By.values(), By::code, violations);
        if ((by == null) != (value == null)) {
            violations.add(new Violation(by == null ? "by" : "value", "by-with-value"));
        }
        FigureQuestions.refuse(violations);
        return known == null || value == null ? null : new Comparison.Group(known, value);
    }

    private static String cursor(Entry last) {
        return Cursors.encode(last.at().toString(), last.id(), last.key());
    }

    private static Comparison.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        try {
            return new Comparison.After(Instant.parse(parts.get(0)), parts.get(1), parts.get(2));
        } catch (DateTimeException ofAnotherList) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
    }
}
