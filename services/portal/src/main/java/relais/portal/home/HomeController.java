package relais.portal.home;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Entry;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.map.FranceMap;
import relais.portal.page.Words;

/** The national feed: entries, filters and the map, each of which may be missing by itself. */
@Controller
record HomeController(Remote<FeedApi> feed, Names names, FranceMap map, Words words) {

    private static final String PAGE_SIZE = "20";

    @GetMapping("/")
    String home(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String sort,
            Model model) {
        FeedQuery query = FeedQuery.of(parameters);
        Pending<Listing<Entry>> entries = entries(query, cursor);
        Filters filters = Filters.ask(query, feed, words);
        Names.Asked asked = names.ask(query);

        Answer<Listing<Entry>> found = entries.answer();
        addEntries(model, query, found, cursor != null);
        if (found.isRefused()) {
            model.addAttribute(
                    "others",
                    names.naming().of(new ArrayList<>(found.refusal().territories())).names());
        }
        model.addAttribute("groups", filters.groups());
        model.addAttribute("regions", filters.regions());
        model.addAttribute("active", active(query, asked));
        boolean others =
                query.has("status")
                        || (query.has("kind") && !"EXPERIENCE".equals(query.get("kind")));
        model.addAttribute("counted", others ? "cards" : "experiences");
        model.addAttribute("feedTitle", asked.title());
        var order = FranceMap.FigureOrder.of(sort);
        model.addAttribute("order", order);
        model.addAttribute("sorted", sort != null);
        model.addAttribute(
                "map",
                filters.everywhere()
                        .map(
                                facets ->
                                        map.draw(
                                                counts(facets),
                                                query.get("territory"),
                                                territory -> toggled(query, territory),
                                                order)));
        return "home/home";
    }

    /** The next page alone, for the script that puts it below the others. */
    @GetMapping(path = "/", headers = "HX-Request=true", params = "cursor")
    String more(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String cursor,
            Model model,
            HttpServletResponse response) {
        FeedQuery query = FeedQuery.of(parameters);
        addEntries(model, query, entries(query, cursor).answer(), true);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "home/entries :: entries";
    }

    private Pending<Listing<Entry>> entries(FeedQuery query, @Nullable String cursor) {
        MultiValueMap<String, String> asked = query.parameters();
        asked.add("limit", PAGE_SIZE);
        if (query.has("order")) {
            asked.set("order", query.get("order"));
        }
        if (cursor != null) {
            asked.add("cursor", cursor);
        }
        return feed.start(api -> api.feed(asked));
    }

    private static void addEntries(
            Model model, FeedQuery query, Answer<Listing<Entry>> entries, boolean further) {
        model.addAttribute("query", query);
        model.addAttribute("entries", entries);
        model.addAttribute("search", entries.content().map(Listing::search).orElse(null));
        model.addAttribute("further", further);
        model.addAttribute(
                "next",
                entries.content()
                        .map(Listing::nextCursor)
                        .map(cursor -> query.with("cursor", cursor).link())
                        .orElse(null));
    }

    private List<ActiveFilter> active(FeedQuery query, Names.Asked asked) {
        var active = new ArrayList<ActiveFilter>();
        for (String name : query.active()) {
            active.add(new ActiveFilter(name, asked.words(name), query.without(name).link()));
        }
        return active;
    }

    private static Map<String, Long> counts(Facets facets) {
        var counts = new HashMap<String, Long>();
        facets.departement().forEach(count -> counts.put(count.value(), count.count()));
        return counts;
    }

    private static String toggled(FeedQuery query, String territory) {
        return (territory.equals(query.get("territory"))
                        ? query.without("territory")
                        : query.with("territory", territory))
                .link();
    }
}
