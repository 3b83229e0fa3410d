package relais.portal.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;

/** The desk's first page: how everything fares, and what to do about what does not. */
@Controller
record StateController(States states, Remote<FeedApi> feed, Clock clock, Sentences sentences) {

    @GetMapping(Paths.DESK)
    String state(Exchange exchange) {
        Pending<Listing<Rebuild>> asked = feed.start(FeedApi::rebuilds);
        List<ServiceState> found = states.look();
        Answer<List<Rebuild>> rebuilds = asked.answer().map(Listing::items);
        List<Rebuild> known = rebuilds.content().orElse(List.of());
        List<Advice> advice = new ArrayList<>(HealthAdvice.of(found));
        advice.addAll(HealthAdvice.ofRebuilds(known));
        List<Advice> sorted = HealthAdvice.sorted(advice);
        exchange.add("states", found.stream().map(sentences::row).toList())
                .add("advice", sorted.stream().map(sentences::line).toList())
                .add("verdict", sentences.verdict(sorted))
                .add("rebuilds", rebuilds)
                .add("underWay", known.stream().filter(Rebuild::isChanging).toList())
                .add("seen", clock.instant());
        return exchange.pageOrNow("operations/state");
    }
}
