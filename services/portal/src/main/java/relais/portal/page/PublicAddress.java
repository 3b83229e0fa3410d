package relais.portal.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where people reach the portal from elsewhere; in templates {@code ${@publicAddress…}}.
 *
 * @param portal without a slash at the end
 */
public record PublicAddress(String portal) {

    /** They say how a page is read, and not what it is about. */
    private static final Set<String> READING =
            Set.of("lang", "cursor", "sort", "order", "asOf", "atLeast", "back", "further");

    private static final Set<String> PRIVATE = Set.of("/desk", "/account", "/sign-in", "/sign-out");

    /** The whole address of one of the portal's paths. */
    public String of(String path) {
        return portal + path;
    }

    /** Where another site asks what to show for one of the portal's pages. */
    public String oEmbed(String path) {
        return UriComponentsBuilder.fromUriString(of("/oembed"))
                .queryParam("format", "json")
                .queryParam("url", "{url}")
                .encode()
                .buildAndExpand(of(path))
                .toUriString();
    }

    /**
     * The one address of a public page, however it is read; null for a page that nobody else reads.
     *
     * @param here path and query
     */
    public @Nullable String canonical(String here) {
        String asked = here.split("\\?", 2)[0];
        if (PRIVATE.stream().anyMatch(path -> asked.equals(path) || asked.startsWith(path + "/"))) {
            return null;
        }
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(here);
        READING.forEach(name -> uri.replaceQueryParam(name));
        return portal + uri.build().toUriString();
    }
}
