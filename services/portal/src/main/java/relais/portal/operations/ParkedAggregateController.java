package relais.portal.operations;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.ParkedApi;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/** The events of one aggregate that wait: why, and what to do about it. */
@Controller
record ParkedAggregateController(ParkedServices services, Outcomes outcomes, KeptForms forms) {

    private static final String ONE = Paths.PARKED + "/{service}/{id}";
    private static final String SKIP = ONE + "/skip";

    @GetMapping(ONE)
    String look(Exchange exchange) {
        add(exchange);
        return "operations/parked-one";
    }

    @PostMapping(ONE)
    String redrive(@PathVariable String service, @PathVariable String id, Exchange exchange) {
        return done(exchange, services.named(service).ask(api -> api.redrive(id)));
    }

    @GetMapping(SKIP)
    String skip(Exchange exchange) {
        Long next = add(exchange).content().map(Waiting::next).orElse(null);
        Typed begun = Typed.nothing().with("sequence", next);
        exchange.add("form", forms.begin(exchange.request(), begun));
        return "operations/skip";
    }

    @PostMapping(SKIP)
    String skip(@PathVariable String service, @PathVariable String id, Exchange exchange) {
        Typed typed = exchange.typed();
        var order = new ParkedApi.Skip(sequence(typed), typed.text("reason"));
        Answer<Redriven> answer = services.named(service).ask(api -> api.skip(id, order));
        if (answer.isOk()) {
            return done(exchange, answer);
        }
        exchange.show(Form.after(typed, answer));
        add(exchange);
        return "operations/skip";
    }

    private Answer<Waiting> add(Exchange exchange) {
        var service = services.named(exchange.variable("service"));
        String id = exchange.variable("id");
        Answer<Waiting> waiting =
                service.ask(api -> api.parkedOf(id)).map(events -> new Waiting(events.items()));
        exchange.add("waiting", waiting)
                .add("service", service.service().key())
                .add("id", id)
                .add("here", Paths.parked(service.service(), id));
        return waiting;
    }

    /** What cannot be a number is judged by the service, as what is no event's is. */
    private static long sequence(Typed typed) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(typed.value("sequence"), "0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Where nothing waits any more there is no page to come back to. */
    private String done(Exchange exchange, Answer<Redriven> answer) {
        Service service = services.named(exchange.variable("service")).service();
        String id = exchange.variable("id");
        exchange.flash().addFlashAttribute("outcomes", List.of(outcomes.of(service, id, answer)));
        boolean cleared = answer.content().map(Redriven::isCleared).orElse(false);
        boolean gone = answer.isRefused() && answer.refusal().isNotFound();
        return "redirect:" + (cleared || gone ? Paths.PARKED : Paths.parked(service, id));
    }
}
