package relais.history.adapter.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.figure.By;
import relais.history.figure.Comparison;
import relais.history.figure.Entry;
import relais.history.figure.Figure;
import relais.history.figure.GroupNames;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Problem;
import relais.web.Role;

/** What is different between two instants: in numbers, and the list behind each number. */
@RestController
@Tag(name = "figures")
record ComparisonController(FigureQuestions questions, TextsToldTo texts) {

    static final String ENTRIES = "/compare/entries";

    @Operation(
            summary = "Two instants compared",
            description =
                    "Without an account, of any one kind but contributions."
                            + " Experiences, unless kind says otherwise. What stood at the one is compared with what stands at the other. In every"
                            + " group, after = before + new + arrived - left - withdrawn - moderated -"
                            + " suspended - superseded - completed - abandoned - cancelled. Each side is"
                            + " counted by the territories of its own day: one that took over from"
                            + " others in between names them, and what stood in each, as formerly.")
    @GetMapping("/compare")
    ComparisonView compare(
            CompareQuestion moments,
            FigureScope counted,
            @Parameter(
                            description =
                                    "By what; several times for several. Absent: by everything."
                                            + " One of region, departement, academie, epci, axis,"
                                            + " level, kind, partner")
                    @RequestParam(required = false)
                    @Nullable List<String> by,
            Optional<Caller> caller)
            throws InterruptedException {
        Set<By> wanted = by(by);
        FigureQuestions.Compared question =
                questions.read(moments, counted, wanted.equals(Set.of(By.KIND)));
        new FigureReader(caller).mayAsk(question.comparison().scope());
        CaughtUpEventColumns.Answer<ComparisonView> counts =
                questions.answer(
                        question.place(),
                        view ->
                                ComparisonView.of(
                                        question,
                                        question.comparison().count(view, wanted),
                                        new GroupNames(questions.geography(), view)));
        SortedMap<String, Object> said = question.said();
        said.put("by", wanted.stream().map(By::code).toList());
        return counts.value()
                .with(questions.proof(question.place(), counts.proof(), said, counts.value()));
    }

    private Set<By> by(@Nullable List<String> raw) {
        if (raw == null) {
            return EnumSet.allOf(By.class);
        }
        Parameters parameters = questions.parameters();
        Set<By> by = EnumSet.noneOf(By.class);
        for (String each : raw) {
            By known = parameters.oneOf("by", each, By.values(), By::code);
            if (known != null) {
                by.add(known);
            }
        }
        parameters.check();
        return by;
    }

    /**
     * A part of the list behind a figure.
     *
     * @param items in the order in which they came about
     * @param nextCursor absent at the end
     */
    @Schema(name = "ComparisonEntries")
    record Entries(List<Entry> items, @Nullable String nextCursor, @Nullable FigureProof proof) {}

    @Operation(
            summary = "The list behind a figure of a comparison",
            description =
                    "With the from, to and upTo of the comparison, it has as many lines as the"
                            + " figure says. In the order in which they came about.")
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
            Caller caller)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        int most = Limits.limit(limit);
        Comparison.After after = after(cursor);
        Figure figure = figure(change);
        Comparison.Group group = group(by, value);
        FigureQuestions.Compared question = questions.read(moments, counted, false);
        CaughtUpEventColumns.Answer<List<Entry>> found =
                questions.answer(
                        question.place(),
                        view -> question.comparison().list(view, figure, group, after, most + 1));
        Set<String> hidden = texts.hidden();
        List<Entry> items =
                found.value().stream()
                        .limit(most)
                        .map(each -> hidden.contains(each.id()) ? each.withoutTitle() : each)
                        .toList();
        String next = found.value().size() > most ? cursor(items.getLast()) : null;
        SortedMap<String, Object> said = question.said();
        said.put("change", figure.code());
        said.put("limit", most);
        if (group != null) {
            said.put("by", group.by().code());
            said.put("value", group.value());
        }
        if (cursor != null) {
            said.put("cursor", cursor);
        }
        return new Entries(
                items,
                next,
                questions.proof(
                        question.place(), found.proof(), said, new Entries(items, next, null)));
    }

    private Figure figure(@Nullable String raw) {
        Parameters parameters = questions.parameters();
        parameters.require("change", raw);
        Figure figure = parameters.oneOf("change", raw, Figure.values(), Figure::code);
        parameters.check();
        return requireNonNull(figure);
    }

    private Comparison.@Nullable Group group(@Nullable String by, @Nullable String value) {
        Parameters parameters = questions.parameters();
        By known = parameters.oneOf("by", by, By.values(), By::code);
        if ((by == null) != (value == null)) {
            parameters.refuse(by == null ? "by" : "value", "by-with-value");
        }
        parameters.check();
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
