package relais.portal.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.Questions;
import relais.portal.api.Listing;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Redriven;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** Events that services could not take, as lists; several can be tried again at once. */
@Controller
record ParkedController(ParkedServices services, Calls calls, Outcomes outcomes) {

    private static final String PAGE_SIZE = "50";
    private static final int MOST_AT_ONCE = 50;

    /**
     * A service's list.
     *
     * @param waiting by aggregate
     * @param next the address of its next page; null at the end
     */
    public record Part(Service service, Answer<List<Waiting>> waiting, @Nullable String next) {

        public String key() {
            return service.key();
        }
    }

    @GetMapping(Paths.PARKED)
    String list(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        List<Service> shown =
                service == null ? List.copyOf(services.all()) : List.of(services.named(service));
        var question = Questions.of("limit", PAGE_SIZE);
        if (service != null && cursor != null) {
            question.add("cursor", cursor);
        }
        Map<Service, Pending<Listing<ParkedEvent>>> asked = new LinkedHashMap<>();
        shown.forEach(
                each ->
                        asked.put(
                                each, calls.start(each, () -> services.of(each).parked(question))));
        List<Part> parts = new ArrayList<>();
        asked.forEach((each, pending) -> parts.add(part(each, pending.answer())));
        model.addAttribute("parts", parts);
        model.addAttribute("service", service);
        model.addAttribute(
                "canRedriveAll",
                service != null && services.all(services.named(service)).isPresent());
        model.addAttribute("services", services.all().stream().map(Service::key).toList());
        model.addAttribute(
                "any",
                parts.stream()
                        .anyMatch(part -> !part.waiting().content().orElse(List.of()).isEmpty()));
        return "operations/parked";
    }

    private static Part part(Service service, Answer<Listing<ParkedEvent>> answer) {
        return new Part(
                service,
                answer.map(listing -> Waiting.in(listing.items())),
                answer.content()
                        .map(Listing::nextCursor)
                        .map(cursor -> Paths.parked(service) + "&cursor=" + cursor)
                        .orElse(null));
    }

    /**
     * Tries the chosen ones again.
     *
     * @param chosen {@code service/aggregateId} each
     */
    @PostMapping(Paths.PARKED)
    String redrive(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable List<String> chosen,
            RedirectAttributes after) {
        record Asked(Service service, String aggregateId, Pending<Redriven> answer) {}
        List<Asked> asked =
                (chosen == null ? List.<String>of() : chosen)
                        .stream()
                                .filter(each -> each.indexOf('/') > 0)
                                .distinct()
                                .limit(MOST_AT_ONCE)
                                .map(
                                        each -> {
                                            int slash = each.indexOf('/');
                                            Service of = services.named(each.substring(0, slash));
                                            String id = each.substring(slash + 1);
                                            return new Asked(
                                                    of,
                                                    id,
                                                    calls.start(
                                                            of, () -> services.of(of).redrive(id)));
                                        })
                                .toList();
        after.addFlashAttribute(
                "outcomes",
                asked.stream()
                        .map(
                                each ->
                                        outcomes.of(
                                                each.service(),
                                                each.aggregateId(),
                                                each.answer().answer()))
                        .toList());
        after.addFlashAttribute("nothingChosen", asked.isEmpty());
        return "redirect:"
                + (service == null ? Paths.PARKED : Paths.parked(services.named(service)));
    }
}
