package relais.portal.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.ReadModel;
import relais.portal.api.Rebuild;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/**
 * The read models that take room, and the rebuilds that made them: ordering one, how far it is, how
 * it compares, and what can be done with it. What readers would notice, or what cannot be undone,
 * has a page that says what it means; then it is one step. Nobody starts a rebuild whose size they
 * have not seen: the first answer is a plan.
 */
@Controller
record RebuildController(
        Remote<FeedApi> feed,
        Remote<SwitchingApi> switching,
        Outcomes outcomes,
        Sentences sentences,
        Clock clock,
        KeptForms forms) {

    private static final String ONE = Paths.DESK + "/rebuilds/{id}";

    @GetMapping(ONE)
    String look(Exchange exchange) {
        String id = exchange.variable("id");
        Answer<Rebuild> rebuild = feed.ask(api -> api.rebuild(id));
        if (rebuild.isRefused() && rebuild.refusal().isNotFound()) {
            throw new NotFound();
        }
        boolean goesOn =
                rebuild.content()
                        .filter(it -> it.isChanging() || it.awaitsComparison(clock.instant()))
                        .isPresent();
        exchange.add("id", id).add("rebuild", rebuild).add("goesOn", goesOn);
        rebuild.content()
                .map(found -> found.progress().secondsLeft())
                .ifPresent(
                        left ->
                                exchange.add(
                                        "left", sentences.span(Span.of(Duration.ofSeconds(left)))));
        return exchange.pageOrNow("operations/rebuild");
    }

    /** What can be undone: {@code pause}, {@code resume} or {@code compare}. */
    @PostMapping(ONE)
    String act(@PathVariable String id, @RequestParam String action, Exchange exchange) {
        Answer<Rebuild> answer =
                switch (action) {
                    case "pause" -> feed.ask(api -> api.pause(id));
                    case "resume" -> feed.ask(api -> api.resume(id));
                    case "compare" -> switching.ask(api -> api.compare(id));
                    default -> throw new NotFound();
                };
        exchange.flash()
                .addFlashAttribute("outcomes", List.of(outcomes.ofModel(id, action, answer)));
        return "redirect:" + Paths.rebuild(id);
    }

    @GetMapping(Paths.MODELS)
    String list(Exchange exchange) {
        Pending<Listing<ReadModel>> models = feed.start(FeedApi::models);
        Pending<Listing<Rebuild>> rebuilds = feed.start(FeedApi::rebuilds);
        Answer<List<Rebuild>> found = rebuilds.answer().map(Listing::items);
        List<Rebuild> known = found.content().orElse(List.of());
        exchange.add("models", models.answer().map(Listing::items))
                .add("rebuilds", found)
                .add("rebuilt", known.stream().map(Rebuild::id).toList())
                .add("changing", known.stream().anyMatch(Rebuild::isChanging));
        return exchange.pageOrNow("operations/models");
    }

    private static final String NEW = Paths.DESK + "/rebuilds/new";
    private static final String NEW_PAGE = "operations/new-rebuild";
    private static final String USUAL_BATCH = "1000";

    /** What was planned, as it was typed. */
    private static final String LOOKED = "looked";

    @GetMapping(NEW)
    String begin(Exchange exchange) {
        Typed usual = Typed.nothing().with("batchSize", USUAL_BATCH);
        exchange.add("form", forms.begin(exchange.request(), usual));
        return NEW_PAGE;
    }

    @PostMapping(NEW)
    String send(Exchange exchange) {
        Typed typed = exchange.typed();
        if (!typed.has(LOOKED, looked(typed))) {
            Answer<Rebuild.Plan> plan = feed.ask(api -> api.plan(order(typed, true)));
            plan.content().ifPresent(found -> exchange.add("plan", found));
            Typed planned = plan.isOk() ? typed.with(LOOKED, looked(typed)) : typed;
            exchange.show(Form.after(planned, plan));
            return NEW_PAGE;
        }
        Answer<Rebuild> started = feed.ask(api -> api.order(order(typed, false)));
        if (started.isOk()) {
            String id = started.value().id();
            exchange.flash()
                    .addFlashAttribute(
                            "outcomes", List.of(outcomes.ofModel(id, "ordered", started)));
            return "redirect:" + Paths.rebuild(id);
        }
        exchange.show(Form.after(typed, started));
        return NEW_PAGE;
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

    private static final String DECISION = Paths.MODELS + "/{id}/{decision}";
    private static final String DECISION_PAGE = "operations/decision";

    @GetMapping(DECISION)
    String ask(@PathVariable String decision, Exchange exchange) {
        add(exchange, Decision.named(decision));
        exchange.add("form", forms.begin(exchange.request(), Typed.nothing()));
        return DECISION_PAGE;
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
        return DECISION_PAGE;
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
