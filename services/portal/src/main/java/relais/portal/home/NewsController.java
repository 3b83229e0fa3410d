package relais.portal.home;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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
import relais.portal.map.Drawing;
import relais.portal.map.FranceMap;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/**
 * What is new in the country: entries by card and day, filters and the map, each of which may be
 * missing by itself.
 */
@Controller
record NewsController(Remote<FeedApi> feed, Names names, FranceMap map, Words words) {

    private static final String PAGE_SIZE = "20";

    /** A page of fewer groups is filled up, by so many further calls at most. */
    private static final int ENOUGH = 8;

    private static final int MOST_CALLS = 3;

    @GetMapping(FeedQuery.FEED)
    String news(Exchange exchange) {
        FeedQuery query = FeedQuery.of(exchange.parameters());
        String cursor = exchange.request().getParameter("cursor");
        String sort = exchange.request().getParameter("sort");
        Pending<Listing<Entry>> entries = entries(query, cursor);
        Filters filters = Filters.ask(query, feed, words);
        Names.PendingNames asked = names.ask(query);
        Answer<Listing<Entry>> found = filled(query, entries.answer());
        addEntries(exchange, query, found, cursor != null);
        if (found.isRefused()) {
            List<@Nullable String> others = new ArrayList<>(found.refusal().territories());
            exchange.add("others", names.naming().of(others).names());
        }
        boolean others =
                query.has("status")
                        || (query.has("kind") && !"EXPERIENCE".equals(query.get("kind")));
        var order = FranceMap.FigureOrder.of(sort);
        exchange.add("groups", filters.groups())
                .add("regions", filters.regions())
                .add("active", active(query, asked))
                .add("counted", others ? "cards" : "experiences")
                .add("feedTitle", asked.title())
                .add("order", order)
                .add("sorted", sort != null)
                .add("map", filters.everywhere().map(facets -> draw(facets, query, order)));
        return "home/news";
    }

    /** The next page alone, for the script that puts it below the others. */
    @GetMapping(path = FeedQuery.FEED, headers = "HX-Request=true", params = "cursor")
    String more(@RequestParam String cursor, Exchange exchange) {
        FeedQuery query = FeedQuery.of(exchange.parameters());
        Answer<Listing<Entry>> found = filled(query, entries(query, cursor).answer());
        addEntries(exchange, query, found, true);
        return exchange.part("home/entries :: entries");
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

    /** With the next ones, where a few cards fill all of a page. */
    private Answer<Listing<Entry>> filled(FeedQuery query, Answer<Listing<Entry>> first) {
        Answer<Listing<Entry>> all = first;
        for (int call = 0; call < MOST_CALLS && first.isOk(); call++) {
            Listing<Entry> known = all.value();
            String cursor = known.nextCursor();
            if (cursor == null
                    || known.items().size() < Integer.parseInt(PAGE_SIZE)
                    || EntryGroup.of(known.items()).size() >= ENOUGH) {
                break;
            }
            Answer<Listing<Entry>> more = entries(query, cursor).answer();
            if (!more.isOk()) {
                break;
            }
            List<Entry> both = new ArrayList<>(known.items());
            both.addAll(more.value().items());
            all = new Answer.Ok<>(new Listing<>(both, more.value().nextCursor(), known.search()));
        }
        return all;
    }

    private static void addEntries(
            Exchange exchange, FeedQuery query, Answer<Listing<Entry>> entries, boolean further) {
        exchange.add("query", query)
                .add("entries", entries)
                .add("entryGroups", entries.map(found -> EntryGroup.of(found.items())))
                .add("search", entries.content().map(Listing::search).orElse(null))
                .add("further", further)
                .addNext(entries, cursor -> query.with("cursor", cursor).link());
    }

    private static List<Filters.ActiveFilter> active(FeedQuery query, Names.PendingNames asked) {
        return query.active().stream()
                .map(
                        name ->
                                new Filters.ActiveFilter(
                                        name, asked.words(name), query.without(name).link()))
                .toList();
    }

    private static String toggled(FeedQuery query, String territory) {
        return (territory.equals(query.get("territory"))
                        ? query.without("territory")
                        : query.with("territory", territory))
                .link();
    }

    private Drawing draw(Facets facets, FeedQuery query, FranceMap.FigureOrder order) {
        String chosen = query.get("territory");
        return map.draw(facets.departements(), chosen, each -> toggled(query, each), order);
    }
}
