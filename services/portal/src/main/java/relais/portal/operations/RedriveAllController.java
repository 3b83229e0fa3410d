package relais.portal.operations;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.Questions;
import relais.portal.api.RedriveAllApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.NotFound;

/**
 * Tries again all that one fault has set aside, a round at a time: a round is over before a page's
 * patience is, and whoever looks at its outcome decides whether to go on.
 */
@Controller
record RedriveAllController(ParkedServices services, Calls calls, Outcomes outcomes) {

    private static final String AT_ONCE = "25";

    /**
     * Where to go on, shown once.
     *
     * @param error the words that were asked for
     */
    public record Further(String error, String cursor) implements Serializable {}

    @PostMapping(path = Paths.PARKED, params = "all")
    String redrive(
            @RequestParam String service,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(required = false) @Nullable String cursor,
            RedirectAttributes after) {
        Service of = services.named(service);
        RedriveAllApi api = services.all(of).orElseThrow(NotFound::new);
        var question = Questions.of("error", error.strip(), "limit", AT_ONCE, "cursor", cursor);
        Answer<RedriveAllApi.Round> answer = calls.ask(of, () -> api.redriveAll(question));
        after.addFlashAttribute("outcomes", List.of(outcomes.ofRound(of, answer)));
        answer.content()
                .map(RedriveAllApi.Round::nextCursor)
                .ifPresent(next -> after.addFlashAttribute("further", new Further(error, next)));
        return "redirect:" + Paths.parked(of);
    }
}
