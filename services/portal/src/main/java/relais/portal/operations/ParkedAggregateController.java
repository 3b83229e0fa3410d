package relais.portal.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.Listing;
import relais.portal.api.ParkedApi;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/** The events of one aggregate that wait: why, and what to do about it. */
@Controller
record ParkedAggregateController(ParkedServices services, Calls calls, Outcomes outcomes, KeptForms forms) {

    private static final String ONE = Paths.PARKED + "/{service}/{id}";
    private static final String SKIP = ONE + "/skip";

    @GetMapping(ONE)
    String look(@PathVariable String service, @PathVariable String id, Model model) {
        add(services.named(service), id, model);
        return "operations/parked-one";
    }

    @PostMapping(ONE)
    String redrive(
            @PathVariable String service, @PathVariable String id, RedirectAttributes after) {
        Service of = services.named(service);
        return done(of, id, calls.ask(of, () -> services.of(of).redrive(id)), after);
    }

    @GetMapping(SKIP)
    String skip(
            @PathVariable String service,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Answer<Waiting> waiting = add(services.named(service), id, model);
        Typed begun =
                Typed.nothing().with("sequence", waiting.content().map(Waiting::next).orElse(null));
        model.addAttribute("form", forms.begin(request, begun));
        return "operations/skip";
    }

    @PostMapping(SKIP)
    String skip(
            @PathVariable String service,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        Service of = services.named(service);
        Typed typed = Typed.in(request);
        var order = new ParkedApi.Skip(sequence(typed), typed.text("reason"));
        Answer<Redriven> answer = calls.ask(of, () -> services.of(of).skip(id, order));
        if (answer.isOk()) {
            return done(of, id, answer, after);
        }
        Form form = Form.after(typed, answer);
        response.setStatus(form.status());
        add(of, id, model);
        model.addAttribute("form", form);
        return "operations/skip";
    }

    private Answer<Waiting> add(Service service, String id, Model model) {
        Answer<Listing<ParkedEvent>> answer =
                calls.ask(service, () -> services.of(service).parkedOf(id));
        Answer<Waiting> waiting = answer.map(events -> new Waiting(events.items()));
        model.addAttribute("waiting", waiting);
        model.addAttribute("service", service.key());
        model.addAttribute("id", id);
        model.addAttribute("here", Paths.parked(service, id));
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
    private String done(
            Service service, String id, Answer<Redriven> answer, RedirectAttributes after) {
        after.addFlashAttribute("outcomes", List.of(outcomes.of(service, id, answer)));
        boolean cleared = answer.content().map(Redriven::isCleared).orElse(false);
        boolean gone = answer.isRefused() && answer.refusal().isNotFound();
        return "redirect:" + (cleared || gone ? Paths.PARKED : Paths.parked(service, id));
    }
}
