package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** Revises the plan of an action: the whole of it, as it is from now on. */
@Controller
record ActionRevisionController(CommitteeApi committee, PlanPages pages, PlanForm plans, Naming naming, KeptForms forms, Words words) {

    /** The action as it stands, with the names of what it mentions. */
    private record Standing(Answer<CommitteePlan.Action> action, NameBook names) {

        Optional<CommitteePlan.Action> found() {
            return action.content();
        }
    }

    @GetMapping("/desk/plan/actions/{id}/revision")
    String revision(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Standing standing = read(id, response);
        Typed begun =
                standing.found()
                        .map(action -> PlanForm.of(action, standing.names()))
                        .orElse(Typed.nothing());
        return show(forms.begin(request, begun), standing, model, response);
    }

    @PostMapping("/desk/plan/actions/{id}/revision")
    String revise(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var revision = new CommitteePlan.Revision(plans.read(typed), typed.value("reason"));
        Answer<Written> answer =
                pages.send(() -> committee.revise(id, Hidden.ifMatch(typed), revision));
        if (answer.isOk()) {
            return PlanPages.done(
                    "plan.done.action-revised",
                    typed.text("title"),
                    "/desk/plan/actions/{id}",
                    flash);
        }
        return show(Form.after(typed, answer), read(id, response), model, response);
    }

    private Standing read(String id, HttpServletResponse response) {
        Answer<CommitteePlan.Action> action = pages.read(() -> committee.action(id), response);
        return new Standing(
                action,
                naming.of(action.content().map(CommitteePlan.Action::mentions).orElse(List.of())));
    }

    private String show(Form form, Standing standing, Model model, HttpServletResponse response) {
        PlanPages.show(
                form,
                standing.found().map(CommitteePlan.Action::version).orElse(0L),
                model,
                response);
        model.addAttribute("action", standing.action());
        model.addAttribute("names", standing.names());
        model.addAttribute("axes", Axes.choices(words));
        model.addAttribute("partners", plans.leads());
        model.addAttribute(
                "objectives",
                plans.objectives(
                        standing.found().map(CommitteePlan.Action::objectives).orElse(List.of()),
                        standing.names()));
        return "plan/revise-action";
    }
}
