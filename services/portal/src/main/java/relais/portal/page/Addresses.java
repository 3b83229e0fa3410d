package relais.portal.page;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Addresses that people typed: a link only if it is one of the web. In templates {@code
 * ${@addresses.web(…)}}.
 */
@Component
public final class Addresses {

    /** The address if it is {@code http} or {@code https} with a host, else null. */
    public @Nullable String web(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address.strip());
            boolean web =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toString() : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
