package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Problem;
import relais.web.Role;
import relais.web.Violation;
import tools.jackson.databind.json.JsonMapper;

/** The list behind every figure of a comparison. */
@RestController
@Tag(name = "figures")
class ComparisonEntriesController {

    static final String PATH = "/compare/entries";

    private final FigureQuestions questions;
    private final TextsToldTo texts;
    private final JsonMapper json;

    ComparisonEntriesController(FigureQuestions questions, TextsToldTo texts, JsonMapper json) {
        this.questions = questions;
        this.texts = texts;
        this.json = json;
    }

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
            summary = "The list behind a figure of a comparison",
            description =
                    "With the from, to and upTo of the comparison, it has as many lines as the"
                            + " figure says. In the order in which they came about.")
    @GetMapping(PATH)
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
        CaughtUpEventColumns.Answer<List<Entry>> answer =
                questions.answer(
                        question.place(),
                        view ->
                                question.comparison(questions.geography())
                                        .list(view, figure, group, after, most + 1));
        Set<String> hidden = texts.hidden();
        List<Entry> items =
                answer.value().stream()
                        .limit(most)
                        .map(each -> hidden.contains(each.id()) ? each.withoutTitle() : each)
                        .toList();
        Entries listed =
                new Entries(
                        items, answer.value().size() > most ? cursor(items.getLast()) : null, null);
        SortedMap<String, Object> asked = question.said();
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
