package relais.local.verify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import relais.local.message.Problem;

/**
 * Where the services answer, and with whose token.
 *
 * @param urls base address of each of {@link #SERVICES}, by its name
 * @param tokens an operator's access token; asked again when one is no longer accepted
 */
public record Deployment(Map<String, URI> urls, Supplier<String> tokens) {

    /** Those that decide, and keep what they decided; each writes the topic of its name. */
    static final List<String> DECIDING = List.of("partners", "experiences", "contributions");

    public static final List<String> SERVICES =
            List.of("partners", "experiences", "contributions", "feed", "history");

    public Deployment {
        urls = Map.copyOf(urls);
    }

    ServiceApi service(String name) {
        URI base = urls.get(name);
        if (base == null) {
            throw new Problem("part.unknown", name, String.join(", ", SERVICES));
        }
        return new ServiceApi(name, base, tokens);
    }
}
