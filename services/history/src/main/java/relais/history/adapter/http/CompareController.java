package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.figure.By;
import relais.web.Caller;
import relais.web.Role;
import relais.web.Violation;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two instants, in numbers. */
@RestController
@Tag(name = "figures")
class CompareController {

    private final FigureQuestions questions;
    private final JsonMapper json;

    CompareController(FigureQuestions questions, JsonMapper json) {
        this.questions = questions;
        this.json = json;
    }

    @Operation(
            summary = "Two instants compared",
            description =
                    "Experiences, unless kind says otherwise. What stood at the one is compared with what stands at the other. In every"
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
            Caller caller)
            throws InterruptedException {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
        Set<By> wanted = by(by);
        FigureQuestions.Compared question =
                questions.read(moments, counted, wanted.equals(Set.of(By.KIND)));
        CaughtUpEventColumns.Answer<ComparisonView> answer =
                questions.answer(
                        question.place(),
                        view ->
                                ComparisonView.of(
                                        question,
                                        question.comparison(questions.geography())
                                                .count(view, wanted),
                                        new GroupNames(questions.geography(), view)));
        ComparisonView counts = answer.value();
        SortedMap<String, Object> asked = question.said();
        asked.put("by", wanted.stream().map(By::code).toList());
        return counts.with(
                ProofView.of(question.place(), answer.proof(), asked, json.valueToTree(counts)));
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
}
