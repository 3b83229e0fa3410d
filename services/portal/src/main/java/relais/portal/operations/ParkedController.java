package relais.portal.operations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Listing;
import relais.portal.api.ParkedApi;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Questions;
import relais.portal.api.RedriveAllApi;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/**
 * Events that services could not take, as lists and aggregate by aggregate: why, and what to do
 * about it.
 */
@Controller
record ParkedController(ParkedServices services, Outcomes outcomes, KeptForms forms) {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_AT_ONCE = 50;
    private static final int ROUND = 25;

    /** A service's list by aggregate, and the address of its next page; null at the end. */
    public record Part(Service service, Answer<List<Waiting>> waiting, @Nullable String next) {

        static Part of(Service service, Answer<Listing<ParkedEvent>> answer) {
            String cursor = answer.content().map(Listing::nextCursor).orElse(null);
            return new Part(
                    service,
                    answer.map(listing -> Waiting.in(listing.items())),
                    cursor == null ? null : Paths.parked(service) + "&cursor=" + cursor);
        }

        public String key() {
            return service.key();
        }

        boolean isEmpty() {
            return waiting.content().orElse(List.of()).isEmpty();
        }
    }

    @GetMapping(Paths.PARKED)
    String list(Exchange exchange) {
        String service = exchange.request().getParameter("service");
        String cursor = exchange.request().getParameter("cursor");
        var shown = service == null ? services.all() : List.of(services.named(service));
        var question = Questions.of("limit", PAGE_SIZE, "cursor", service == null ? null : cursor);
        Map<Service, Pending<Listing<ParkedEvent>>> asked = new LinkedHashMap<>();
        shown.forEach(each -> asked.put(each.service(), each.start(api -> api.parked(question))));
        List<Part> parts = new ArrayList<>();
        asked.forEach((each, pending) -> parts.add(Part.of(each, pending.answer())));
        exchange.add("parts", parts)
                .add("service", service)
                .add(
                        "canRedriveAll",
                        service != null && services.named(service).api() instanceof RedriveAllApi)
                .add("services", services.all().stream().map(it -> it.service().key()).toList())
                .add("any", parts.stream().anyMatch(part -> !part.isEmpty()));
        return "operations/parked";
    }

    private record PendingRedrive(Service service, String aggregateId, Pending<Redriven> answer) {}

    /** Tries the chosen ones again, {@code service/aggregateId} each. */
    @PostMapping(Paths.PARKED)
    String redrive(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable List<String> chosen,
            Exchange exchange) {
        List<PendingRedrive> asked =
                (chosen == null ? List.<String>of() : chosen)
                        .stream()
                                .filter(each -> each.indexOf('/') > 0)
                                .distinct()
                                .limit(MOST_AT_ONCE)
                                .map(this::redrive)
                                .toList();
        exchange.flash().addFlashAttribute("outcomes", asked.stream().map(this::outcome).toList());
        exchange.flash().addFlashAttribute("nothingChosen", asked.isEmpty());
        return "redirect:"
                + (service == null
                        ? Paths.PARKED
                        : Paths.parked(services.named(service).service()));
    }

    private Outcomes.Outcome outcome(PendingRedrive asked) {
        return outcomes.of(asked.service(), asked.aggregateId(), asked.answer().answer());
    }

    private PendingRedrive redrive(String chosen) {
        int slash = chosen.indexOf('/');
        var of = services.named(chosen.substring(0, slash));
        String id = chosen.substring(slash + 1);
        return new PendingRedrive(of.service(), id, of.start(api -> api.redrive(id)));
    }

    /** Where to go on with the words that were asked for, shown once. */
    public record Further(String error, String cursor) implements Serializable {}

    /**
     * Tries again all that one fault has set aside, a round at a time: a round is over before a
     * page's patience is, and anybody who looks at its outcome decides whether to go on.
     */
    @PostMapping(path = Paths.PARKED, params = "all")
    String redriveAll(
            @RequestParam String service,
            @RequestParam(defaultValue = "") String error,
            Exchange exchange) {
        var of = services.named(service);
        if (!(of.api() instanceof RedriveAllApi all)) {
            throw new NotFound();
        }
        String cursor = exchange.request().getParameter("cursor");
        var question = Questions.of("error", error.strip(), "limit", ROUND, "cursor", cursor);
        Answer<RedriveAllApi.Round> answer = of.ask(_ -> all.redriveAll(question));
        exchange.flash()
                .addFlashAttribute("outcomes", List.of(outcomes.ofRound(of.service(), answer)));
        answer.content()
                .map(RedriveAllApi.Round::nextCursor)
                .map(next -> new Further(error, next))
                .ifPresent(further -> exchange.flash().addFlashAttribute("further", further));
        return "redirect:" + Paths.parked(of.service());
    }

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
