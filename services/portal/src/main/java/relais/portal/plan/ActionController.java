package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.ReviewRequests;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;

/** One action: how far it is, the next report, and how it ends. */
@Controller
record ActionController(CommitteeApi committee, PlanPages pages, Naming naming, KeptForms forms) {

    private static final String PAGE = "plan/action";

    @GetMapping("/desk/plan/actions/{id}")
    String look(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        return show(PAGE, id, forms.begin(request, Typed.nothing()), model, response);
    }

    @PostMapping("/desk/plan/actions/{id}")
    String report(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var report =
                new CommitteePlan.NewReport(
                        Figures.number(typed.value("percent")), typed.value("report"));
        Answer<Written> answer =
                pages.send(() -> committee.progress(id, Hidden.ifMatch(typed), report));
        return answer.isOk()
                ? done("plan.done.reported", flash)
                : show(PAGE, id, Form.after(typed, answer), model, response);
    }

    @GetMapping("/desk/plan/actions/{id}/completion")
    String completion(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Typed.nothing());
        return show("plan/complete-action", id, form, model, response);
    }

    @PostMapping("/desk/plan/actions/{id}/completion")
    String complete(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var completion =
                new CommitteePlan.Completion(typed.value("completedOn"), typed.value("report"));
        Answer<Written> answer =
                pages.send(() -> committee.complete(id, Hidden.ifMatch(typed), completion));
        return answer.isOk()
                ? done("plan.done.completed", flash)
                : show("plan/complete-action", id, Form.after(typed, answer), model, response);
    }

    @GetMapping("/desk/plan/actions/{id}/abandonment")
    String abandonment(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Typed.nothing());
        return show("plan/abandon-action", id, form, model, response);
    }

    @PostMapping("/desk/plan/actions/{id}/abandonment")
    String abandon(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var reason = new ReviewRequests.Reason(typed.value("reason"));
        Answer<Written> answer =
                pages.send(() -> committee.abandon(id, Hidden.ifMatch(typed), reason));
        return answer.isOk()
                ? done("plan.done.abandoned", flash)
                : show("plan/abandon-action", id, Form.after(typed, answer), model, response);
    }

    private String show(
            String page, String id, Form form, Model model, HttpServletResponse response) {
        Answer<CommitteePlan.Action> action = pages.read(() -> committee.action(id), response);
        model.addAttribute("action", action);
        model.addAttribute(
                "names",
                naming.of(action.content().map(CommitteePlan.Action::mentions).orElse(List.of())));
        PlanPages.show(
                form,
                action.content().map(CommitteePlan.Action::version).orElse(0L),
                model,
                response);
        return page;
    }

    private static String done(String key, RedirectAttributes flash) {
        return PlanPages.done(key, "", "/desk/plan/actions/{id}", flash);
    }
}
