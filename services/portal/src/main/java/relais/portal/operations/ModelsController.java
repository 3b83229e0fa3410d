package relais.portal.operations;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.ReadModel;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;

/** The read models that take room, and the rebuilds that made them. */
@Controller
record ModelsController(Remote<FeedApi> feed) {

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
