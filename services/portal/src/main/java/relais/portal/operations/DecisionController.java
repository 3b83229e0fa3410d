package relais.portal.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.ReadModel;
import relais.portal.api.Rebuild;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;

/**
 * What readers would notice, or what cannot be undone: a page says what it means, then it is one
 * step.
 */
@Controller
record DecisionController(FeedApi feed, SwitchingApi switching, Calls calls, KeptForms forms, Outcomes outcomes) {

    private static final String DECISION = Paths.MODELS + "/{id}/{decision}";
    private static final String PAGE = "operations/decision";

    @GetMapping(DECISION)
    String ask(
            @PathVariable String id,
            @PathVariable String decision,
            HttpServletRequest request,
            Model model) {
        add(id, Decision.named(decision), model);
        model.addAttribute("form", forms.begin(request, Typed.nothing()));
        return PAGE;
    }

    @PostMapping(DECISION)
    String decide(
            @PathVariable String id,
            @PathVariable String decision,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Decision wanted = Decision.named(decision);
        Typed typed = Typed.in(request);
        Answer<?> answer = carryOut(wanted, id, typed);
        if (answer.isOk()) {
            after.addFlashAttribute(
                    "outcomes", List.of(outcomes.ofModel(id, wanted.key(), answer)));
            return "redirect:" + Paths.MODELS;
        }
        Form form = Form.after(typed, answer);
        response.setStatus(form.status());
        add(id, wanted, model);
        model.addAttribute("form", form);
        return PAGE;
    }

    private Answer<?> carryOut(Decision wanted, String id, Typed typed) {
        return switch (wanted) {
            case ACTIVATION ->
                    calls.ask(
                            Service.FEED,
                            () ->
                                    switching.activate(
                                            id,
                                            new Rebuild.ActivationOrder(
                                                    typed.has("force", "true"),
                                                    typed.value("reason"))));
            case ROLLBACK -> calls.ask(Service.FEED, () -> switching.rollBack(id));
            case CANCELLATION -> calls.ask(Service.FEED, () -> feed.cancel(id));
            case REMOVAL -> calls.ask(Service.FEED, () -> feed.drop(id));
        };
    }

    private void add(String id, Decision decision, Model model) {
        var models = calls.start(Service.FEED, feed::models);
        var rebuild = calls.start(Service.FEED, () -> feed.rebuild(id));
        Answer<List<ReadModel>> found = models.answer().map(Listing::items);
        List<ReadModel> known = found.content().orElse(List.of());
        if (found.isOk() && known.stream().noneMatch(each -> each.id().equals(id))) {
            throw new NotFound();
        }
        model.addAttribute("id", id);
        model.addAttribute("decision", decision.key());
        model.addAttribute("serving", inState(known, "SERVING"));
        rebuild.answer().content().ifPresent(it -> model.addAttribute("rebuild", it));
    }

    private static String inState(List<ReadModel> models, String state) {
        return models.stream()
                .filter(model -> model.state().equals(state))
                .map(ReadModel::id)
                .findFirst()
                .orElse("?");
    }
}
