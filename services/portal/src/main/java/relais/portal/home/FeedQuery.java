package relais.portal.home;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the feed is narrowed by, as the address has it: {@code /?territory=region:27&axis=USES}. One
 * question has one address, whichever way it was put together, so that it can be shared.
 */
public record FeedQuery(Map<String, String> values) {

    /** In the order in which addresses have them. */
    static final List<String> NAMES =
            List.of(
                    "territory",
                    "level",
                    "axis",
                    "kind",
                    "status",
                    "partner",
                    "tag",
                    "q",
                    "from",
                    "to",
                    "asOf");

    private static final String AS_OF = "asOf";
    private static final int LONGEST = 200;

    public FeedQuery {
        var ordered = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = values.get(name);
            if (value != null && !value.isBlank()) {
                ordered.put(name, value.strip());
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** What an address asks for; what it says beside that is left aside. */
    public static FeedQuery of(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = parameters.getFirst(name);
            if (value != null) {
                values.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        return new FeedQuery(values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public FeedQuery with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new FeedQuery(changed);
    }

    public FeedQuery without(String... names) {
        var changed = new LinkedHashMap<>(values);
        for (String name : names) {
            changed.remove(name);
        }
        return new FeedQuery(changed);
    }

    /** The same question of the present. */
    public FeedQuery now() {
        return without(AS_OF);
    }

    public @Nullable String asOf() {
        return values.get(AS_OF);
    }

    /** Those that narrow; the date of the reader is none. */
    public List<String> active() {
        var names = new ArrayList<>(values.keySet());
        names.remove(AS_OF);
        return names;
    }

    /** The address of the feed that answers it. */
    public String link() {
        return link("/");
    }

    /** Its address on another page that takes the same filters. */
    public String link(String path, String... more) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        values.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        var all = new LinkedHashMap<String, Object>(values);
        for (int i = 0; i < more.length; i += 2) {
            uri.queryParam(more[i], "{" + more[i] + "}");
            all.put(more[i], more[i + 1]);
        }
        // A colon means nothing in a query, and territories are full of them.
        return uri.encode().buildAndExpand(all).toUriString().replace("%3A", ":");
    }

    /** As a service takes it. */
    public MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        values.forEach(parameters::add);
        return parameters;
    }
}
