package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** Sets an objective, or sets one anew. */
@Controller
record NewObjectiveController(CommitteeApi committee, PlanPages pages, AimForm aims, Naming naming, KeptForms forms, Words words) {

    @GetMapping("/desk/plan/objectives/new")
    String form(
            @RequestParam(required = false) @Nullable String axis,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Typed begun = Hidden.creating(Typed.nothing().with("axis", axis));
        return show("plan/new-objective", forms.begin(request, begun), 0, model, response);
    }

    @PostMapping("/desk/plan/objectives/new")
    String set(
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        CommitteePlan.Aim aim = aims.read(typed);
        Answer<Written> answer = pages.send(() -> committee.set(Hidden.key(typed), aim));
        if (answer.isOk()) {
            return PlanPages.done(
                    "plan.done.set",
                    typed.text("title"),
                    "/desk/plan/objectives/" + answer.value().id(),
                    flash);
        }
        Form form = Hidden.again(Form.after(typed, answer));
        return show("plan/new-objective", form, 0, model, response);
    }

    @GetMapping("/desk/plan/objectives/{id}/revision")
    String revision(
            @PathVariable String id,
            HttpServletRequest request,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Answer<CommitteePlan.Objective> objective = read(id, model, response);
        Typed begun =
                objective.content().map(found -> typed(found, locale)).orElse(Typed.nothing());
        return show(
                "plan/revise-objective",
                forms.begin(request, begun),
                version(objective),
                model,
                response);
    }

    @PostMapping("/desk/plan/objectives/{id}/revision")
    String revise(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        CommitteePlan.Aim aim = aims.read(typed);
        Answer<Written> answer =
                pages.send(() -> committee.setAnew(id, Hidden.ifMatch(typed), aim));
        if (answer.isOk()) {
            return PlanPages.done(
                    "plan.done.revised", typed.text("title"), "/desk/plan/objectives/{id}", flash);
        }
        return show(
                "plan/revise-objective",
                Form.after(typed, answer),
                version(read(id, model, response)),
                model,
                response);
    }

    private Answer<CommitteePlan.Objective> read(
            String id, Model model, HttpServletResponse response) {
        Answer<CommitteePlan.Objective> objective =
                pages.read(() -> committee.objective(id), response);
        model.addAttribute("objective", objective);
        return objective;
    }

    private Typed typed(CommitteePlan.Objective objective, Locale locale) {
        return AimForm.of(
                objective, naming.of(Collections.singletonList(objective.steward())), locale);
    }

    private static long version(Answer<CommitteePlan.Objective> objective) {
        return objective.content().map(CommitteePlan.Objective::version).orElse(0L);
    }

    private String show(
            String page, Form form, long version, Model model, HttpServletResponse response) {
        PlanPages.show(form, version, model, response);
        model.addAttribute("axes", Axes.choices(words));
        model.addAttribute("partners", aims.stewards());
        return page;
    }
}
