package relais.portal.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.CountingApi;
import relais.portal.api.HistoryApi;
import relais.portal.api.Replay;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.Question;

/**
 * Asking for a part of the history to be told again: first it is counted, then it is begun. What
 * was changed since it was counted is counted anew, so that nobody begins what they have not seen.
 */
@Controller
record NewReplayController(
        Remote<HistoryApi> history, Remote<CountingApi> counting, KeptForms forms, Lookup lookup) {

    static final String PATH = ReplaysController.PATH + "/new";

    private static final String COUNTED = "counted";

    /** The form; an address may fill it in, as that of a table of events does. */
    @GetMapping(PATH)
    String form(Exchange exchange) {
        Typed typed =
                Hidden.creating(
                        new Typed(Question.of(ReplayForm.NAMES, exchange.parameters()).values()));
        return show(
                exchange, forms.begin(exchange.request(), standard(typed)), nothingUnsure(), null);
    }

    @PostMapping(PATH)
    String send(@RequestParam(defaultValue = "count") String step, Exchange exchange) {
        Typed typed = exchange.typed();
        Lookup.Found found =
                lookup.resolve(Question.of(ReplayForm.NAMES, exchange.parameters()), PATH);
        if (!found.isSure()) {
            return show(exchange, Form.of(typed), found, null);
        }
        Replay.Request wanted = ReplayForm.request(found.question());
        // With codes where names were typed, as they were sent.
        Typed settled =
                typed.with("territory", found.question().get("territory"))
                        .with("partner", found.question().get("partner"));
        boolean counted = typed.has(COUNTED, ReplayForm.fingerprint(wanted));
        if (!step.equals("begin") || !counted) {
            exchange.add("changed", step.equals("begin"));
            return count(exchange, wanted, settled, found);
        }
        Answer<Replay> begun = history.ask(api -> api.ask(typed.text(Hidden.KEY), wanted));
        return begun.isOk()
                ? exchange.done("replay.begun", ReplaysController.PATH + "/" + begun.value().id())
                : show(exchange, Form.after(settled, begun), found, null);
    }

    private String count(
            Exchange exchange, Replay.Request wanted, Typed typed, Lookup.Found found) {
        Answer<Replay.Estimate> estimate = counting.ask(api -> api.estimate(wanted));
        Typed counted =
                estimate.isOk() ? typed.with(COUNTED, ReplayForm.fingerprint(wanted)) : typed;
        return show(
                exchange, Form.after(counted, estimate), found, estimate.content().orElse(null));
    }

    private static String show(
            Exchange exchange, Form form, Lookup.Found found, Replay.@Nullable Estimate estimate) {
        exchange.show(form);
        exchange.add("found", found).add("estimate", estimate);
        return "analysis/new-replay";
    }

    private static Typed standard(Typed typed) {
        Typed whole = typed;
        for (var usual : Map.of("target", "FILE", "format", "csv", "speed", "86400x").entrySet()) {
            whole =
                    whole.texts(usual.getKey()).isEmpty()
                            ? whole.with(usual.getKey(), usual.getValue())
                            : whole;
        }
        return whole;
    }

    private static Lookup.Found nothingUnsure() {
        return new Lookup.Found(new Question(List.of(), Map.of()), "", List.of());
    }
}
