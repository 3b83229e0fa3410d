package relais.portal.share;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.api.Card;
import relais.portal.api.Entry;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.map.FranceMap;
import relais.portal.page.Exchange;
import relais.portal.page.PublicAddress;

/** Pieces that other sites show within their pages: a card, the feed, the map. */
@Controller
record EmbedController(Remote<FeedApi> feed, FranceMap map, PublicAddress address) {

    private static final String FEW = "5";

    @GetMapping("/embed/cards/{id}")
    String card(@PathVariable String id, Exchange exchange) {
        Answer<Card> card = feed.ask(api -> api.card(id, Questions.of()));
        exchange.existing("card", card);
        exchange.add("home", address.of("/cards/" + id));
        return "share/card";
    }

    /** The newest entries, under any filters of the feed. */
    @GetMapping("/embed/feed")
    String entries(Exchange exchange) {
        MultiValueMap<String, String> question = question(exchange);
        question.set("limit", FEW);
        Answer<List<Entry>> entries = feed.ask(api -> api.feed(question)).map(Listing::items);
        exchange.about(entries);
        exchange.add("entries", entries).add("home", home(question, "/actualite"));
        return "share/feed";
    }

    /** The départements with how many experiences each has, under any filters of the feed. */
    @GetMapping("/embed/map")
    String map(Exchange exchange) {
        MultiValueMap<String, String> question = question(exchange);
        Answer<Facets> counted = feed.ask(api -> api.facets(question));
        exchange.about(counted);
        exchange.add(
                        "map",
                        counted.map(
                                facets ->
                                        map.draw(
                                                facets.departements(),
                                                question.getFirst("territory"),
                                                each -> address.of("/territoires/" + each),
                                                FranceMap.FigureOrder.of(null))))
                .add("home", home(question, "/actualite"))
                .add("mapHelp", "places.map.help")
                .add("counted", "experiences");
        return "share/map";
    }

    private static MultiValueMap<String, String> question(Exchange exchange) {
        MultiValueMap<String, String> question = exchange.parameters();
        question.remove("lang");
        question.remove("cursor");
        question.remove("limit");
        return question;
    }

    private String home(MultiValueMap<String, String> question, String path) {
        question.remove("limit");
        return address.of(
                UriComponentsBuilder.fromPath(path)
                        .queryParams(question)
                        .encode()
                        .build()
                        .toUriString());
    }
}
