package relais.portal.operations;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.ReadModel;
import relais.portal.api.Rebuild;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/**
 * What readers would notice, or what cannot be undone: a page says what it means, then it is one
 * step.
 */
@Controller
record DecisionController(
        Remote<FeedApi> feed, Remote<SwitchingApi> switching, KeptForms forms, Outcomes outcomes) {

    private static final String DECISION = Paths.MODELS + "/{id}/{decision}";
    private static final String PAGE = "operations/decision";

    @GetMapping(DECISION)
    String ask(@PathVariable String decision, Exchange exchange) {
        add(exchange, Decision.named(decision));
        exchange.add("form", forms.begin(exchange.request(), Typed.nothing()));
        return PAGE;
    }

    @PostMapping(DECISION)
    String decide(@PathVariable String id, @PathVariable String decision, Exchange exchange) {
        Decision wanted = Decision.named(decision);
        Typed typed = exchange.typed();
        Answer<?> answer =
                switch (wanted) {
                    case ACTIVATION -> {
                        var order =
                                new Rebuild.ActivationOrder(
                                        typed.has("force", "true"), typed.value("reason"));
                        yield switching.ask(api -> api.activate(id, order));
                    }
                    case ROLLBACK -> switching.ask(api -> api.rollBack(id));
                    case CANCELLATION -> feed.ask(api -> api.cancel(id));
                    case REMOVAL -> feed.ask(api -> api.drop(id));
                };
        if (answer.isOk()) {
            exchange.flash()
                    .addFlashAttribute(
                            "outcomes", List.of(outcomes.ofModel(id, wanted.key(), answer)));
            return "redirect:" + Paths.MODELS;
        }
        exchange.show(Form.after(typed, answer));
        add(exchange, wanted);
        return PAGE;
    }

    private void add(Exchange exchange, Decision decision) {
        String id = exchange.variable("id");
        var models = feed.start(FeedApi::models);
        var rebuild = feed.start(api -> api.rebuild(id));
        Answer<List<ReadModel>> found = models.answer().map(Listing::items);
        List<ReadModel> known = found.content().orElse(List.of());
        if (found.isOk() && known.stream().noneMatch(each -> each.id().equals(id))) {
            throw new NotFound();
        }
        exchange.add("id", id)
                .add("decision", decision.key())
                .add(
                        "serving",
                        known.stream()
                                .filter(model -> model.state().equals("SERVING"))
                                .map(ReadModel::id)
                                .findFirst()
                                .orElse("?"));
        rebuild.answer().content().ifPresent(it -> exchange.add("rebuild", it));
    }
}
