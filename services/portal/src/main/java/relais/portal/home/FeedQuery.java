package relais.portal.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import relais.portal.page.Question;

/**
 * The filters of the feed or of the library, one value each, as in {@code
 * /actualite?territory=region:27&axis=USES}.
 *
 * @param page where it is answered
 */
public record FeedQuery(Question question, String page) {

    static final String FEED = "/actualite";
    static final String LIBRARY = "/experiences";

    /** In the order in which addresses of the feed have them. */
    static final List<String> NAMES =
            List.of("territory level axis kind status partner tag q order from to asOf".split(" "));

    private static final List<String> OF_LIBRARY =
            List.of(
                    "territory level axis tag audience cost results partner q order from to asOf"
                            .split(" "));

    private static final Set<String> FOLLOWED =
            Set.of("territory", "axis", "level", "kind", "partner", "tag", "q");

    private static final String AS_OF = "asOf";
    private static final String ORDER = "order";
    private static final String ATOM = "/feed.atom";
    private static final int LONGEST = 200;

    /** What an address asks for; what it says beside that is left aside. */
    public static FeedQuery of(MultiValueMap<String, String> parameters) {
        return of(NAMES, FEED, parameters);
    }

    /** The same of the library. */
    static FeedQuery ofLibrary(MultiValueMap<String, String> parameters) {
        return of(OF_LIBRARY, LIBRARY, parameters);
    }

    private static FeedQuery of(
            List<String> names, String page, MultiValueMap<String, String> parameters) {
        var first = new LinkedMultiValueMap<String, String>();
        for (String name : names) {
            String value = parameters.getFirst(name);
            if (value != null) {
                first.add(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        return new FeedQuery(Question.of(names, first), page);
    }

    public @Nullable String get(String name) {
        return question.get(name);
    }

    public boolean has(String name) {
        return question.has(name);
    }

    public FeedQuery with(String name, String value) {
        return new FeedQuery(question.with(name, value), page);
    }

    public FeedQuery without(String name) {
        return new FeedQuery(question.without(name), page);
    }

    /** The same question of the present. */
    public FeedQuery now() {
        return without(AS_OF);
    }

    public @Nullable String asOf() {
        return get(AS_OF);
    }

    /** Those that narrow; the date of the reader and the order are none. */
    public List<String> active() {
        var names = new ArrayList<>(question.values().keySet());
        names.remove(AS_OF);
        names.remove(ORDER);
        return names;
    }

    /** The address of the page that answers it. */
    public String link() {
        return link(page);
    }

    /** The address of a page that asks nothing. */
    public String plain() {
        return page;
    }

    public boolean isOfLibrary() {
        return page.equals(LIBRARY);
    }

    /** The same as an Atom feed: of the library, what became of its experiences. */
    public String atom() {
        return isOfLibrary()
                ? of(NAMES, FEED, now().parameters()).with("kind", "EXPERIENCE").link(ATOM)
                : now().link(ATOM);
    }

    /** Its address on another page that takes the same filters. */
    public String link(String path) {
        return question.link(path);
    }

    /**
     * The filters as a search that can be followed; empty if something else is asked, which nobody
     * can be told of.
     */
    public Map<String, String> followed() {
        if (active().isEmpty() || !FOLLOWED.containsAll(active()) || asOf() != null) {
            return Map.of();
        }
        var filters = new TreeMap<String, String>();
        question.without(ORDER)
                .values()
                .forEach((name, values) -> filters.put(name, values.getFirst()));
        if (isOfLibrary()) {
            filters.put("kind", "EXPERIENCE");
        }
        return filters;
    }

    /** As a service takes it, in any order. */
    public MultiValueMap<String, String> parameters() {
        return question.without(ORDER).parameters();
    }
}
