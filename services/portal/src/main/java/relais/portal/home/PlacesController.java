package relais.portal.home;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Listing;
import relais.portal.api.PartnersApi;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.naming.PlaceNames;

/**
 * Finding a territory by a part of its name, or a code: while one types, or as a page of its own.
 */
@Controller
record PlacesController(Remote<PartnersApi> partners) {

    private static final String FEW = "8";
    private static final String MANY = "50";
    private static final int LONGEST = 100;

    /** A place of the feed. */
    record Place(TerritoryEntry territory, String link) {}

    @GetMapping("/places")
    String choose(
            @RequestParam(defaultValue = "") String place,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        FeedQuery query = FeedQuery.of(parameters);
        if (place.isBlank()) {
            return "redirect:" + query.without("territory").link();
        }
        Answer<List<Place>> places = find(query, place, MANY);
        add(model, query, place, places);
        if (model.getAttribute("address") == null
                && places.content().filter(found -> found.size() == 1).isPresent()) {
            return "redirect:" + places.value().getFirst().link();
        }
        return "home/places";
    }

    @GetMapping(path = "/places", headers = "HX-Request=true")
    String suggest(
            @RequestParam(defaultValue = "") String place,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        FeedQuery query = FeedQuery.of(parameters);
        add(
                model,
                query,
                place,
                place.isBlank() ? new Answer.Ok<>(List.of()) : find(query, place, FEW));
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "home/places :: suggestions";
    }

    private static void add(
            Model model, FeedQuery query, String place, Answer<List<Place>> places) {
        model.addAttribute("query", query);
        model.addAttribute("place", place);
        model.addAttribute("places", places);
        List<String> found =
                places.content().orElse(List.of()).stream()
                        .map(each -> each.territory().id())
                        .toList();
        model.addAttribute(
                "address", PlaceNames.isUnknownAddress(place, found) ? place.strip() : null);
    }

    private Answer<List<Place>> find(FeedQuery query, String place, String limit) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("q", place.substring(0, Math.min(place.length(), LONGEST)));
        question.add("limit", limit);
        if (query.asOf() != null) {
            question.add("asOf", query.asOf());
        }
        Answer<Listing<TerritoryEntry>> found = partners.ask(api -> api.territories(question));
        return found.map(
                listing ->
                        listing.items().stream()
                                .map(
                                        each ->
                                                new Place(
                                                        each,
                                                        query.with("territory", each.id()).link()))
                                .toList());
    }
}
