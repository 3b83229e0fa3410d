package relais.portal.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/**
 * Orders a rebuild. Nobody starts one whose size they have not seen: the first answer is a plan.
 */
@Controller
@RequestMapping(Paths.DESK + "/rebuilds/new")
record NewRebuildController(Remote<FeedApi> feed, KeptForms forms, Outcomes outcomes) {

    private static final String PAGE = "operations/new-rebuild";
    private static final String USUAL_BATCH = "1000";

    /** What was planned, as it was typed. */
    private static final String LOOKED = "looked";

    @GetMapping
    String begin(Exchange exchange) {
        Typed usual = Typed.nothing().with("batchSize", USUAL_BATCH);
        exchange.add("form", forms.begin(exchange.request(), usual));
        return PAGE;
    }

    @PostMapping
    String send(Exchange exchange) {
        Typed typed = exchange.typed();
        if (!typed.has(LOOKED, looked(typed))) {
            Answer<Rebuild.Plan> plan = feed.ask(api -> api.plan(order(typed, true)));
            plan.content().ifPresent(found -> exchange.add("plan", found));
            Typed planned = plan.isOk() ? typed.with(LOOKED, looked(typed)) : typed;
            exchange.show(Form.after(planned, plan));
            return PAGE;
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
        return PAGE;
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
