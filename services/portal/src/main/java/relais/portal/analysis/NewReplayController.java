package relais.portal.analysis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CountingApi;
import relais.portal.api.HistoryApi;
import relais.portal.api.Replay;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Question;

/**
 * Asking for a part of the history to be told again: first it is counted, then it is begun. What
 * was changed since it was counted is counted anew, so that nobody begins what they have not seen.
 */
@Controller
record NewReplayController(HistoryApi history, CountingApi counting, Calls calls, KeptForms forms, Lookup lookup) {

    static final String PATH = ReplaysController.PATH + "/new";

    private static final String KEY = "key";
    private static final String COUNTED = "counted";

    /** The form; an address may fill it in, as that of a table of events does. */
    @GetMapping(PATH)
    String form(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        Typed typed =
                new Typed(Question.of(ReplayForm.NAMES, parameters).values())
                        .with(KEY, UUID.randomUUID());
        return show(forms.begin(request, standard(typed)), nothingUnsure(), null, model);
    }

    @PostMapping(PATH)
    String send(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "count") String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.in(request);
        Lookup.Found found = lookup.resolve(Question.of(ReplayForm.NAMES, parameters), PATH);
        if (!found.isSure()) {
            return show(Form.of(typed), found, null, model);
        }
        Replay.Request wanted = ReplayForm.request(found.question());
        Typed settled = settled(typed, found.question());
        boolean counted = typed.has(COUNTED, ReplayForm.fingerprint(wanted));
        if (!step.equals("begin") || !counted) {
            model.addAttribute("changed", step.equals("begin"));
            return count(wanted, settled, found, response, model);
        }
        Answer<Replay> begun =
                calls.ask(Service.HISTORY, () -> history.ask(typed.text(KEY), wanted));
        if (begun instanceof Answer.Ok<Replay>(Replay replay)) {
            redirect.addFlashAttribute("done", "replay.begun");
            redirect.addAttribute("id", replay.id());
            return "redirect:" + ReplaysController.PATH + "/{id}";
        }
        Form form = Form.after(settled, begun);
        response.setStatus(form.status());
        return show(form, found, null, model);
    }

    private String count(
            Replay.Request wanted,
            Typed typed,
            Lookup.Found found,
            HttpServletResponse response,
            Model model) {
        Answer<Replay.Estimate> estimate =
                calls.ask(Service.HISTORY, () -> counting.estimate(wanted));
        Typed counted =
                estimate.isOk() ? typed.with(COUNTED, ReplayForm.fingerprint(wanted)) : typed;
        Form form = Form.after(counted, estimate);
        response.setStatus(form.status());
        return show(form, found, estimate.content().orElse(null), model);
    }

    private static String show(
            Form form, Lookup.Found found, Replay.@Nullable Estimate estimate, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("estimate", estimate);
        return "analysis/new-replay";
    }

    private static Typed standard(Typed typed) {
        Typed withTarget = typed.texts("target").isEmpty() ? typed.with("target", "FILE") : typed;
        Typed withFormat =
                withTarget.texts("format").isEmpty()
                        ? withTarget.with("format", "csv")
                        : withTarget;
        return withFormat.texts("speed").isEmpty()
                ? withFormat.with("speed", "86400x")
                : withFormat;
    }

    /** With codes where names were typed, as they were sent. */
    private static Typed settled(Typed typed, Question question) {
        return typed.with("territory", question.get("territory"))
                .with("partner", question.get("partner"));
    }

    private static Lookup.Found nothingUnsure() {
        return new Lookup.Found(new Question(List.of(), Map.of()), "", List.of());
    }
}
