package relais.portal.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.home.Filters.Option;
import relais.portal.home.Filters.OptionGroup;
import relais.portal.page.Words;

/**
 * The filters beside the library, with how many experiences each value would leave. Under a filter
 * that is in use, the counts are those without it.
 */
final class LibraryFilters {

    private static final Map<String, Function<Facets, List<Facets.Count>>> GROUPS = groups();
    private static final int MOST = 12;

    private final Words words;
    private final FeedQuery query;
    private final Pending<Facets> all;
    private final Map<String, Pending<Facets>> without = new LinkedHashMap<>();

    private LibraryFilters(Words words, FeedQuery query, Pending<Facets> all) {
        this.words = words;
        this.query = query;
        this.all = all;
    }

    /** Begins to ask: once for all, and once for each filter in use. */
    static LibraryFilters ask(FeedQuery query, Remote<FeedApi> feed, Words words) {
        var filters = new LibraryFilters(words, query, start(query, feed));
        for (String name : GROUPS.keySet()) {
            if (query.has(name)) {
                filters.without.put(name, start(query.without(name), feed));
            }
        }
        if (query.has("territory")) {
            filters.without.put("territory", start(query.without("territory"), feed));
        }
        return filters;
    }

    private static Pending<Facets> start(FeedQuery query, Remote<FeedApi> feed) {
        MultiValueMap<String, String> parameters = query.parameters();
        List.of("TAG", "COST", "RESULTS", "AUDIENCE").forEach(each -> parameters.add("by", each));
        return feed.start(api -> api.facets(parameters));
    }

    Answer<Facets> all() {
        return all.answer();
    }

    Answer<List<OptionGroup>> options() {
        return all().map(facets -> shown(facets));
    }

    private List<OptionGroup> shown(Facets facets) {
        var groups = new ArrayList<OptionGroup>();
        GROUPS.forEach(
                (name, counts) -> {
                    List<Facets.Count> found = counts.apply(without(name, facets));
                    if (!found.isEmpty()) {
                        groups.add(
                                new OptionGroup(
                                        name,
                                        found.stream()
                                                .limit(MOST)
                                                .map(each -> option(name, each))
                                                .toList()));
                    }
                });
        return groups;
    }

    List<Option> regions() {
        return all()
                .content()
                .map(facets -> without("territory", facets).region())
                .orElse(List.of())
                .stream()
                .map(
                        each ->
                                option(
                                        "territory",
                                        Objects.requireNonNullElse(each.name(), each.value()),
                                        each))
                .toList();
    }

    /** The counts without a filter; with it, if the service did not say. */
    private Facets without(String name, Facets facets) {
        Pending<Facets> asked = without.get(name);
        return asked == null ? facets : asked.answer().content().orElse(facets);
    }

    private Option option(String name, Facets.Count count) {
        String label = name.equals("tag") ? count.value() : words.code(name, count.value());
        return option(name, label, count);
    }

    private Option option(String name, String label, Facets.Count count) {
        boolean chosen = count.value().equals(query.get(name));
        FeedQuery next = chosen ? query.without(name) : query.with(name, count.value());
        return new Option(count.value(), label, count.count(), chosen, next.link());
    }

    private static Map<String, Function<Facets, List<Facets.Count>>> groups() {
        var groups = new LinkedHashMap<String, Function<Facets, List<Facets.Count>>>();
        groups.put("level", Facets::level);
        groups.put("axis", Facets::axis);
        groups.put("results", Facets::results);
        groups.put("cost", LibraryFilters::byCost);
        groups.put("audience", Facets::audience);
        groups.put("tag", Facets::tag);
        return groups;
    }

    private static final List<String> COSTS =
            List.of("NOTHING", "UP_TO_1000", "UP_TO_10000", "UP_TO_100000", "ABOVE_100000");

    /** Costs are read from the smallest on, not from the most frequent. */
    private static List<Facets.Count> byCost(Facets facets) {
        return facets.cost().stream()
                .sorted(Comparator.comparingInt(each -> COSTS.indexOf(each.value())))
                .toList();
    }
}
