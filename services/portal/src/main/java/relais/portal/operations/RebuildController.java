package relais.portal.operations;

import java.time.Clock;
import java.util.List;
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
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/**
 * The read models that take room, and the rebuilds that made them: how far one is, how it compares,
 * and what can be done with it without asking twice.
 */
@Controller
record RebuildController(
        Remote<FeedApi> feed,
        Remote<SwitchingApi> switching,
        Outcomes outcomes,
        Sentences sentences,
        Clock clock) {

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
                .ifPresent(left -> exchange.add("left", sentences.span(Span.ofSeconds(left))));
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
}
