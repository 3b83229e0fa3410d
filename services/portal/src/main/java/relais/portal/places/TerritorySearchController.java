package relais.portal.places;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.naming.PlaceNames;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.Shared;
import relais.portal.page.Words;

/** Finding the page of a territory by a part of its name, a postal code, or its région. */
@Controller
record TerritorySearchController(Remote<PartnersApi> partners, Remote<FeedApi> feed, Words words) {

    private static final String FEW = "8";
    private static final String MANY = "50";
    private static final int LONGEST = 100;

    @GetMapping("/territoires")
    String search(@RequestParam(defaultValue = "") String place, Exchange exchange) {
        var everywhere = Questions.of("asOf", exchange.parameter("asOf"));
        Pending<Facets> counted = feed.start(api -> api.facets(everywhere));
        List<TerritoryEntry> found = add(exchange, place, MANY);
        if (found.size() == 1 && exchange.model().getAttribute("address") == null) {
            return "redirect:/territoires/" + found.getFirst().id();
        }
        exchange.add("regions", counted.answer().map(Facets::region))
                .add("asOf", exchange.parameter("asOf"))
                .add(Crumb.TRAIL, List.of(Crumb.here(words.message("places.title"), false)))
                .add(
                        Shared.ATTRIBUTE,
                        Shared.page(
                                words.message("places.title") + " · Relais",
                                words.message("places.search.what"),
                                "/territoires"));
        return "places/search";
    }

    @GetMapping(path = "/territoires", headers = "HX-Request=true")
    String suggest(@RequestParam(defaultValue = "") String place, Exchange exchange) {
        add(exchange, place, FEW);
        return exchange.part("places/search :: suggestions");
    }

    private List<TerritoryEntry> add(Exchange exchange, String place, String limit) {
        String typed = place.substring(0, Math.min(place.length(), LONGEST)).strip();
        Answer<List<TerritoryEntry>> found =
                typed.isEmpty()
                        ? new Answer.Ok<>(List.of())
                        : partners.ask(
                                        api ->
                                                api.territories(
                                                        Questions.of("q", typed, "limit", limit)))
                                .map(Listing::items);
        List<TerritoryEntry> known = found.content().orElse(List.of());
        boolean unknown =
                PlaceNames.isUnknownAddress(typed, known.stream().map(TerritoryEntry::id).toList());
        exchange.add("place", typed).add("found", found).add("address", unknown ? typed : null);
        return known;
    }
}
