package relais.portal.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** The desk's first page: how everything fares, and what to do about what does not. */
@Controller
record StateController(States states, FeedApi feed, Calls calls, Clock clock, Sentences sentences) {

    @GetMapping(Paths.DESK)
    String state(Model model) {
        look(model);
        return "operations/state";
    }

    /** What changes alone, for the script that asks again and again. */
    @GetMapping(path = Paths.DESK, headers = "HX-Request=true")
    String again(Model model, HttpServletResponse response) {
        look(model);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "operations/state :: now";
    }

    private void look(Model model) {
        Pending<Listing<Rebuild>> asked = calls.start(Service.FEED, feed::rebuilds);
        List<ServiceState> found = states.look();
        Answer<List<Rebuild>> rebuilds = asked.answer().map(Listing::items);
        List<Advice> advice = new ArrayList<>(HealthAdvice.of(found));
        advice.addAll(HealthAdvice.ofRebuilds(rebuilds.content().orElse(List.of())));
        List<Advice> sorted = HealthAdvice.sorted(advice);
        model.addAttribute("states", found.stream().map(sentences::row).toList());
        model.addAttribute("advice", sorted.stream().map(sentences::line).toList());
        model.addAttribute("verdict", sentences.verdict(sorted));
        model.addAttribute("rebuilds", rebuilds);
        model.addAttribute(
                "underWay",
                rebuilds.content().orElse(List.of()).stream().filter(Rebuild::isChanging).toList());
        model.addAttribute("seen", clock.instant());
    }
}
