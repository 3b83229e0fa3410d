package relais.portal.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** The library of experiences: a tile each, narrowed and ordered by links. */
@Controller
record LibraryController(Remote<FeedApi> feed, Names names, Words words) {

    private static final String PAGE_SIZE = "24";
    private static final String FEW = "8";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final String ORDER = "order";
    private static final String RELEVANCE = "relevance";
    private static final String DATE = "date";

    /** An order of the list, and the address of the library in it. */
    public record OrderLink(String key, boolean current, String link) {}

    @GetMapping(FeedQuery.LIBRARY)
    String library(Exchange exchange) {
        FeedQuery query = FeedQuery.ofLibrary(exchange.parameters());
        String cursor = exchange.parameter("cursor");
        Pending<Listing<Card>> cards = cards(query, cursor);
        LibraryFilters filters = LibraryFilters.ask(query, feed, words);
        Names.PendingNames asked = names.ask(query);
        Answer<Listing<Card>> found = cards.answer();
        addCards(exchange, query, found, cursor != null);
        if (found.isRefused()) {
            List<@Nullable String> others = new ArrayList<>(found.refusal().territories());
            exchange.add("others", names.naming().of(others).names());
        }
        exchange.add("facets", filters.all())
                .add("groups", filters.options())
                .add("regions", filters.regions())
                .add("active", active(query, asked))
                .add("orders", orders(query))
                .add("narrowed", asked.narrowed())
                .add("feedTitle", asked.title())
                .add("meant", meant(query, found));
        return "home/library";
    }

    /** The next page alone, for the script that puts it below the others. */
    @GetMapping(path = FeedQuery.LIBRARY, headers = "HX-Request=true", params = "cursor")
    String more(@RequestParam String cursor, Exchange exchange) {
        FeedQuery query = FeedQuery.ofLibrary(exchange.parameters());
        addCards(exchange, query, cards(query, cursor).answer(), true);
        return exchange.part("home/tiles :: tiles");
    }

    /** Titles of experiences that have the words, while one types. */
    @GetMapping("/experiences/suggestions")
    String suggest(@RequestParam(defaultValue = "") String q, Exchange exchange) {
        String typed = q.strip();
        List<Card> found = List.of();
        if (typed.length() >= SHORTEST && typed.length() <= LONGEST) {
            var question =
                    Questions.of(
                            "q",
                            typed,
                            "kind",
                            "EXPERIENCE",
                            "status",
                            "PUBLISHED",
                            ORDER,
                            RELEVANCE,
                            "limit",
                            FEW);
            found = feed.list(api -> api.cards(question));
        }
        exchange.add("found", found.stream().filter(card -> card.title() != null).toList());
        return exchange.part("home/tiles :: suggestions");
    }

    private static String order(FeedQuery query) {
        String order = query.get(ORDER);
        return order != null ? order : query.has("q") ? RELEVANCE : DATE;
    }

    private static List<OrderLink> orders(FeedQuery query) {
        var orders = new ArrayList<OrderLink>();
        String usual = query.has("q") ? RELEVANCE : DATE;
        List<String> keys =
                query.has("q")
                        ? List.of(RELEVANCE, DATE, "adoptions", "cost")
                        : List.of(DATE, "adoptions", "cost");
        for (String key : keys) {
            FeedQuery ordered = key.equals(usual) ? query.without(ORDER) : query.with(ORDER, key);
            orders.add(new OrderLink(key, key.equals(order(query)), ordered.link()));
        }
        return orders;
    }

    private Pending<Listing<Card>> cards(FeedQuery query, @Nullable String cursor) {
        MultiValueMap<String, String> asked = query.parameters();
        asked.add("kind", "EXPERIENCE");
        asked.add("status", "STANDING");
        asked.add("limit", PAGE_SIZE);
        asked.add(ORDER, order(query));
        if (cursor != null) {
            asked.add("cursor", cursor);
        }
        return feed.start(api -> api.cards(asked));
    }

    private static void addCards(
            Exchange exchange, FeedQuery query, Answer<Listing<Card>> cards, boolean further) {
        exchange.add("query", query)
                .add("cards", cards)
                .add("search", cards.content().map(Listing::search).orElse(null))
                .add("further", further)
                .addNext(cards, cursor -> query.with("cursor", cursor).link());
    }

    /** Another question that finds something; null if there is none, or this one does. */
    private @Nullable FeedQuery meant(FeedQuery query, Answer<Listing<Card>> found) {
        String q = query.get("q");
        if (q == null || !found.isOk()) {
            return null;
        }
        Listing.Search search = found.value().search();
        boolean nothing = found.value().items().isEmpty();
        boolean similar = search != null && search.similar();
        if (!nothing && !similar) {
            return null;
        }
        Collection<String> known = nothing || search == null ? tags() : search.words();
        String nearest = Spelling.nearest(q, known);
        return nearest == null ? null : query.without("q").with("q", nearest);
    }

    private Collection<String> tags() {
        return feed.ask(api -> api.facets(Questions.of("by", "TAG")))
                .content()
                .map(facets -> facets.tag().stream().map(Facets.Count::value).toList())
                .orElse(List.of());
    }

    private static List<Filters.ActiveFilter> active(FeedQuery query, Names.PendingNames asked) {
        return query.active().stream()
                .map(
                        name ->
                                new Filters.ActiveFilter(
                                        name, asked.words(name), query.without(name).link()))
                .toList();
    }
}
