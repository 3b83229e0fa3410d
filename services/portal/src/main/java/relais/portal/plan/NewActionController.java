package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import relais.portal.naming.NameBook;
import relais.portal.page.Words;

/** Plans an action. */
@Controller
record NewActionController(CommitteeApi committee, PlanPages pages, PlanForm plans, KeptForms forms, Words words) {

    private static final NameBook NO_NAMES = new NameBook(Map.of());

    @GetMapping("/desk/plan/actions/new")
    String form(
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String objective,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Typed begun =
                Hidden.creating(Typed.nothing().with("axes", axis).with("objectives", objective));
        return show(forms.begin(request, begun), model, response);
    }

    @PostMapping("/desk/plan/actions/new")
    String plan(
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        CommitteePlan.Plan plan = plans.read(typed);
        Answer<Written> answer = pages.send(() -> committee.plan(Hidden.key(typed), plan));
        if (answer.isOk()) {
            return PlanPages.done(
                    "plan.done.planned",
                    typed.text("title"),
                    "/desk/plan/actions/" + answer.value().id(),
                    flash);
        }
        return show(Hidden.again(Form.after(typed, answer)), model, response);
    }

    private String show(Form form, Model model, HttpServletResponse response) {
        PlanPages.show(form, 0, model, response);
        model.addAttribute("axes", Axes.choices(words));
        model.addAttribute("partners", plans.leads());
        model.addAttribute("objectives", plans.objectives(List.of(), NO_NAMES));
        return "plan/new-action";
    }
}
