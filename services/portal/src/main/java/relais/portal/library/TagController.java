package relais.portal.library;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.Card;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** What experiences say of a tag: how many there are and where, and which tags go with it. */
@Controller
record TagController(Remote<FeedApi> feed, Words words) {

    private static final String SHOWN = "12";
    private static final int RELATED = 15;

    @GetMapping("/tags/{tag}")
    String tag(@PathVariable String tag, Exchange exchange) {
        var tagged =
                Questions.of(
                        "tag",
                        tag,
                        "kind",
                        "EXPERIENCE",
                        "status",
                        "PUBLISHED",
                        "order",
                        "adoptions",
                        "limit",
                        SHOWN);
        Pending<Listing<Card>> cards = feed.start(api -> api.cards(tagged));
        var counted = Questions.of("tag", tag, "by", "TAG");
        Pending<Facets> counts = feed.start(api -> api.facets(counted));
        Answer<Facets> facets = counts.answer();
        boolean none = facets.content().filter(found -> found.total() == 0).isPresent();
        if (none || facets.isRefused()) {
            exchange.response().setStatus(HttpStatus.NOT_FOUND.value());
        }
        exchange.add("tag", tag)
                .add(
                        Crumb.TRAIL,
                        List.of(
                                Crumb.to(words.message("library.title"), "/experiences"),
                                Crumb.here("#" + tag, true)))
                .add("none", none || facets.isRefused())
                .add("facets", facets)
                .add(
                        "related",
                        facets.content().map(found -> related(found, tag)).orElse(List.of()))
                .add("cards", cards.answer());
        return "library/tag";
    }

    /** Tags of the same experiences, the most frequent first. */
    private static List<Facets.Count> related(Facets facets, String tag) {
        return facets.tag().stream()
                .filter(each -> !each.value().equalsIgnoreCase(tag))
                .filter(each -> each.count() < facets.total() || facets.total() == 1)
                .limit(RELATED)
                .toList();
    }
}
