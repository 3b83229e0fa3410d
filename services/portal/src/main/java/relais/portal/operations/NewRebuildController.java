package relais.portal.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.FeedApi;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/**
 * Orders a rebuild. Nobody starts one whose size they have not seen: the first answer is a plan.
 */
@Controller
@RequestMapping(Paths.DESK + "/rebuilds/new")
record NewRebuildController(FeedApi feed, Calls calls, KeptForms forms, Outcomes outcomes) {

    private static final String PAGE = "operations/new-rebuild";
    private static final String USUAL_BATCH = "1000";

    /** What was planned, as it was typed. */
    private static final String LOOKED = "looked";

    @GetMapping
    String begin(HttpServletRequest request, Model model) {
        model.addAttribute(
                "form", forms.begin(request, Typed.nothing().with("batchSize", USUAL_BATCH)));
        return PAGE;
    }

    @PostMapping
    String send(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Typed typed = Typed.in(request);
        return typed.has(LOOKED, looked(typed))
                ? start(typed, response, model, after)
                : plan(typed, response, model);
    }

    private String plan(Typed typed, HttpServletResponse response, Model model) {
        Answer<Rebuild.Plan> plan = calls.ask(Service.FEED, () -> feed.plan(order(typed, true)));
        plan.content().ifPresent(found -> model.addAttribute("plan", found));
        show(plan.isOk() ? typed.with(LOOKED, looked(typed)) : typed, plan, response, model);
        return PAGE;
    }

    private String start(
            Typed typed, HttpServletResponse response, Model model, RedirectAttributes after) {
        Answer<Rebuild> started = calls.ask(Service.FEED, () -> feed.order(order(typed, false)));
        if (started.isOk()) {
            String id = started.value().id();
            after.addFlashAttribute("outcomes", List.of(outcomes.ofModel(id, "ordered", started)));
            return "redirect:" + Paths.rebuild(id);
        }
        show(typed, started, response, model);
        return PAGE;
    }

    private static void show(
            Typed typed, Answer<?> answer, HttpServletResponse response, Model model) {
        Form form = Form.after(typed, answer);
        response.setStatus(form.status());
        model.addAttribute("form", form);
    }

    private static Rebuild.Order order(Typed typed, boolean dryRun) {
        return new Rebuild.Order(dryRun, typed.value("asOf"), number(typed.value("batchSize")));
    }

    private static String looked(Typed typed) {
        return typed.text("asOf") + "/" + typed.text("batchSize");
    }

    /** What is no number becomes one that the service refuses, in its words. */
    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
