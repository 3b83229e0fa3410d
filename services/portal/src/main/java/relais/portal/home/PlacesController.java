package relais.portal.home;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Listing;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.naming.PlaceNames;
import relais.portal.page.Exchange;

/**
 * Finding a territory by a part of its name, or a code: while one types, or as a page of its own.
 */
@Controller
record PlacesController(Remote<PartnersApi> partners) {

    private static final String FEW = "8";
    private static final String MANY = "50";
    private static final int LONGEST = 100;

    record Place(TerritoryEntry territory, String link) {}

    @GetMapping("/places")
    String choose(@RequestParam(defaultValue = "") String place, Exchange exchange) {
        FeedQuery query = query(exchange);
        if (place.isBlank()) {
            return "redirect:" + query.without("territory").link();
        }
        Answer<List<Place>> places = find(query, place, MANY);
        boolean unknown = add(exchange, query, place, places);
        return !unknown && places.content().filter(found -> found.size() == 1).isPresent()
                ? "redirect:" + places.value().getFirst().link()
                : "home/places";
    }

    @GetMapping(path = "/places", headers = "HX-Request=true")
    String suggest(@RequestParam(defaultValue = "") String place, Exchange exchange) {
        FeedQuery query = query(exchange);
        add(
                exchange,
                query,
                place,
                place.isBlank() ? new Answer.Ok<>(List.of()) : find(query, place, FEW));
        return exchange.part("home/places :: suggestions");
    }

    /** For the page that the choice is made for: the feed, or the library. */
    private static FeedQuery query(Exchange exchange) {
        return "library".equals(exchange.parameter("of"))
                ? FeedQuery.ofLibrary(exchange.parameters())
                : FeedQuery.of(exchange.parameters());
    }

    /** Whether what was typed is an address of which nothing but a département is known. */
    private static boolean add(
            Exchange exchange, FeedQuery query, String place, Answer<List<Place>> places) {
        List<String> found =
                places.content().orElse(List.of()).stream()
                        .map(each -> each.territory().id())
                        .toList();
        boolean unknown = PlaceNames.isUnknownAddress(place, found);
        exchange.add("query", query)
                .add("place", place)
                .add("places", places)
                .add("address", unknown ? place.strip() : null);
        return unknown;
    }

    private static Place place(FeedQuery query, TerritoryEntry territory) {
        return new Place(territory, query.with("territory", territory.id()).link());
    }

    private Answer<List<Place>> find(FeedQuery query, String place, String limit) {
        String q = place.substring(0, Math.min(place.length(), LONGEST));
        var question = Questions.of("q", q, "limit", limit, "asOf", query.asOf());
        Answer<Listing<TerritoryEntry>> found = partners.ask(api -> api.territories(question));
        return found.map(
                listing -> listing.items().stream().map(each -> place(query, each)).toList());
    }
}
