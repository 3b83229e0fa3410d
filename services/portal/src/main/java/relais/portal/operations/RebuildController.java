package relais.portal.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.FeedApi;
import relais.portal.api.Rebuild;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.NotFound;

/**
 * One rebuild: how far it is, how it compares, and what can be done with it without asking twice.
 */
@Controller
record RebuildController(FeedApi feed, SwitchingApi switching, Calls calls, Outcomes outcomes, Sentences sentences, Clock clock) {

    private static final String ONE = Paths.DESK + "/rebuilds/{id}";

    @GetMapping(ONE)
    String look(@PathVariable String id, Model model) {
        add(id, model);
        return "operations/rebuild";
    }

    /** What changes alone, for the script that asks again and again. */
    @GetMapping(path = ONE, headers = "HX-Request=true")
    String again(@PathVariable String id, Model model, HttpServletResponse response) {
        add(id, model);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "operations/rebuild :: now";
    }

    private void add(String id, Model model) {
        Answer<Rebuild> rebuild = calls.ask(Service.FEED, () -> feed.rebuild(id));
        if (rebuild.isRefused() && rebuild.refusal().isNotFound()) {
            throw new NotFound();
        }
        model.addAttribute("id", id);
        model.addAttribute("rebuild", rebuild);
        model.addAttribute(
                "goesOn",
                rebuild.content()
                        .filter(
                                found ->
                                        found.isChanging()
                                                || found.awaitsComparison(clock.instant()))
                        .isPresent());
        rebuild.content()
                .map(found -> found.progress().secondsLeft())
                .ifPresent(
                        left -> model.addAttribute("left", sentences.span(Span.ofSeconds(left))));
    }

    /**
     * What can be undone.
     *
     * @param action {@code pause}, {@code resume} or {@code compare}
     */
    @PostMapping(ONE)
    String act(@PathVariable String id, @RequestParam String action, RedirectAttributes after) {
        Supplier<Rebuild> order =
                switch (action) {
                    case "pause" -> () -> feed.pause(id);
                    case "resume" -> () -> feed.resume(id);
                    case "compare" -> () -> switching.compare(id);
                    default -> throw new NotFound();
                };
        Answer<Rebuild> answer = calls.ask(Service.FEED, order);
        after.addFlashAttribute("outcomes", List.of(outcomes.ofModel(id, action, answer)));
        return "redirect:" + Paths.rebuild(id);
    }
}
