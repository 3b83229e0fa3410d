package relais.portal.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.Picks;
import relais.portal.page.Words;

/** Plans an action. */
@Controller
class NewActionController {

    private static final String MOST = "100";
    private static final String WHOLE_COUNTRY = "pays:FR";
    private static final int MOST_PARTNERS = 50;

    private final CommitteeApi committee;
    private final PlanPages pages;
    private final Picks picks;
    private final KeptForms forms;
    private final Words words;

    NewActionController(
            CommitteeApi committee, PlanPages pages, Picks picks, KeptForms forms, Words words) {
        this.committee = committee;
        this.pages = pages;
        this.picks = picks;
        this.forms = forms;
        this.words = words;
    }

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
        CommitteePlan.Plan plan = read(typed);
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

    private CommitteePlan.Plan read(Typed typed) {
        List<String> others =
                typed.text("partnersInvolved")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(MOST_PARTNERS)
                        .map(line -> Objects.requireNonNullElse(picks.partner(line), line))
                        .toList();
        String territory = picks.territory(typed.value("territory"));
        return new CommitteePlan.Plan(
                typed.value("title"),
                typed.value("description"),
                picks.partner(typed.value("lead")),
                others,
                Objects.requireNonNullElse(territory, WHOLE_COUNTRY),
                typed.texts("axes"),
                typed.value("dueOn"),
                typed.texts("objectives"),
                null,
                List.of());
    }

    private String show(Form form, Model model, HttpServletResponse response) {
        PlanPages.show(form, 0, model, response);
        model.addAttribute("axes", Axes.choices(words));
        model.addAttribute("partners", picks.signatories());
        model.addAttribute("objectives", objectives());
        return "plan/new-action";
    }

    /** What an action may work towards. */
    private List<Choice> objectives() {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("status", "OPEN");
        question.add("limit", MOST);
        return pages
                .send(() -> committee.objectives(question))
                .content()
                .map(Listing::items)
                .orElse(List.of())
                .stream()
                .map(each -> new Choice(each.id(), each.title()))
                .toList();
    }
}
