package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.api.ReviewRequests;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** One objective: how far it is, its next measure, and giving it up. */
@Controller
record ObjectiveController(CommitteeApi committee, PlanPages pages, Naming naming, KeptForms forms, Clock clock) {

    private static final String MOST = "100";

    @GetMapping("/desk/plan/objectives/{id}")
    String look(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return show("plan/objective", id, forms.begin(request, Typed.nothing()), model, response);
    }

    @PostMapping("/desk/plan/objectives/{id}")
    String measure(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var measure =
                new CommitteePlan.NewMeasure(
                        Figures.number(typed.value("value")),
                        typed.value("measuredOn"),
                        typed.value("source"),
                        typed.value("note"));
        Answer<Written> answer =
                pages.send(() -> committee.measure(id, Hidden.ifMatch(typed), measure));
        return answer.isOk()
                ? PlanPages.done("plan.done.measured", "", "/desk/plan/objectives/{id}", flash)
                : show("plan/objective", id, Form.after(typed, answer), model, response);
    }

    @GetMapping("/desk/plan/objectives/{id}/withdrawal")
    String withdrawal(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Typed.nothing());
        return show("plan/withdraw-objective", id, form, model, response);
    }

    @PostMapping("/desk/plan/objectives/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var reason = new ReviewRequests.Reason(typed.value("reason"));
        Answer<Written> answer =
                pages.send(() -> committee.giveUp(id, Hidden.ifMatch(typed), reason));
        return answer.isOk()
                ? PlanPages.done("plan.done.withdrawn", "", "/desk/plan/objectives/{id}", flash)
                : show("plan/withdraw-objective", id, Form.after(typed, answer), model, response);
    }

    private String show(
            String page, String id, Form form, Model model, HttpServletResponse response) {
        Answer<CommitteePlan.Objective> objective =
                pages.read(() -> committee.objective(id), response);
        List<CommitteePlan.Action> actions = actions(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        var ids = new ArrayList<@Nullable String>();
        objective.content().ifPresent(found -> ids.add(found.steward()));
        actions.forEach(action -> ids.add(action.lead()));
        model.addAttribute("objective", objective);
        model.addAttribute(
                "late",
                objective
                        .content()
                        .map(found -> AxisPlan.Aimed.of(found, today).late())
                        .orElse(false));
        model.addAttribute("actions", actions);
        model.addAttribute("names", naming.of(ids));
        PlanPages.show(
                form,
                objective.content().map(CommitteePlan.Objective::version).orElse(0L),
                model,
                response);
        return page;
    }

    /** What is done towards it; the page is worth reading without. */
    private List<CommitteePlan.Action> actions(String objective) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("objective", objective);
        question.add("limit", MOST);
        return pages.send(() -> committee.actions(question))
                .content()
                .map(Listing::items)
                .orElse(List.of());
    }
}
