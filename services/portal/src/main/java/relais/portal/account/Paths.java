package relais.portal.account;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Paths of the portal to go on to. What leads anywhere else becomes the home page. */
public final class Paths {

    private static final String HOME = "/";

    private Paths() {}

    /**
     * A path, perhaps with a query, that leads nowhere but to the portal. Browsers read {@code
     * //host}, {@code /\host} and paths with tabs or line breaks in them as other hosts.
     */
    public static String local(@Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.indexOf('\\') >= 0
                || wanted.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? HOME : wanted;
        } catch (URISyntaxException notAPath) {
            return HOME;
        }
    }
}
