package relais.portal.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Facets;
import relais.portal.api.FeedApi;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Words;

/**
 * The filters beside the feed, with how many cards each value would leave: published experiences,
 * unless a kind or a status is chosen. Under a filter that is in use, the counts are those without
 * it: one sees what changing one's mind would bring.
 */
final class Filters {

    private static final Map<String, Function<Facets, List<Facets.Count>>> GROUPS = ofCodes();
    private static final String TERRITORY = "territory";
    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String ALL = "ALL";
    private static final int MOST = 20;

    /**
     * A value that the feed can be narrowed by.
     *
     * @param value as the address has it
     * @param count of the cards it would leave
     * @param chosen whether the feed is narrowed by it
     * @param link the address of the feed with it, or without if it is chosen
     */
    public record Option(String value, String words, long count, boolean chosen, String link) {}

    /** The values of one filter, the most frequent first. */
    public record OptionGroup(String name, List<Option> options) {}

    /** A filter in use, what it is narrowed to, and the address of the feed without it. */
    public record ActiveFilter(String name, String words, String without) {}

    private final Words words;
    private final FeedQuery query;
    private final Map<String, Pending<Facets>> questions = new LinkedHashMap<>();

    private Filters(Words words, FeedQuery query) {
        this.words = words;
        this.query = query;
    }

    /** Begins to ask; each question is asked once. */
    static Filters ask(FeedQuery query, Remote<FeedApi> feed, Words words) {
        var filters = new Filters(words, query);
        filters.start("", query.parameters(), feed);
        for (String name : List.of("level", "axis")) {
            if (query.has(name)) {
                filters.start(name, query.without(name).parameters(), feed);
            }
        }
        // These two tell of what the others leave out: each kind, and each state of any of them.
        filters.start(KIND, query.without(KIND).with(KIND, ALL).parameters(), feed);
        FeedQuery ofKind = query.has(KIND) ? query : query.with(KIND, ALL);
        filters.start(STATUS, ofKind.without(STATUS).with(STATUS, ALL).parameters(), feed);
        if (query.has(TERRITORY)) {
            filters.start(TERRITORY, query.without(TERRITORY).parameters(), feed);
        }
        return filters;
    }

    private void start(
            String name, MultiValueMap<String, String> parameters, Remote<FeedApi> feed) {
        questions.put(name, feed.start(api -> api.facets(parameters)));
    }

    Answer<Facets> all() {
        return answer("");
    }

    /** Counts as they are for the whole country. */
    Answer<Facets> everywhere() {
        return answer(TERRITORY);
    }

    private Answer<Facets> answer(String without) {
        return Objects.requireNonNullElseGet(
                        questions.get(without), () -> Objects.requireNonNull(questions.get("")))
                .answer();
    }

    Answer<List<OptionGroup>> groups() {
        return all().map(
                        _ -> {
                            var groups = new ArrayList<OptionGroup>();
                            GROUPS.keySet().forEach(name -> group(name).ifPresent(groups::add));
                            return List.copyOf(groups);
                        });
    }

    /** Régions, whichever territory the feed is narrowed to. */
    List<Option> regions() {
        return everywhere().content().map(Facets::region).orElse(List.of()).stream()
                .map(
                        each ->
                                option(
                                        TERRITORY,
                                        each.name() == null ? each.value() : each.name(),
                                        each))
                .toList();
    }

    private Optional<OptionGroup> group(String name) {
        return answer(name)
                .content()
                .map(Objects.requireNonNull(GROUPS.get(name)))
                .filter(counts -> !counts.isEmpty())
                .map(counts -> new OptionGroup(name, options(name, counts)));
    }

    private List<Option> options(String name, List<Facets.Count> counts) {
        return counts.stream()
                .limit(MOST)
                .map(count -> option(name, words.code(name, count.value()), count))
                .toList();
    }

    private Option option(String name, String label, Facets.Count count) {
        boolean chosen = count.value().equals(query.get(name));
        FeedQuery next = chosen ? query.without(name) : query.with(name, count.value());
        return new Option(count.value(), label, count.count(), chosen, next.link());
    }

    private static Map<String, Function<Facets, List<Facets.Count>>> ofCodes() {
        var groups = new LinkedHashMap<String, Function<Facets, List<Facets.Count>>>();
        groups.put("level", Facets::level);
        groups.put("axis", Facets::axis);
        groups.put(KIND, Facets::kind);
        groups.put(STATUS, Facets::status);
        return groups;
    }
}
