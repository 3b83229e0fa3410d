package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages people are answered in: French, unless they ask for English first. */
final class Languages {

    static final Locale DEFAULT = Locale.FRENCH;

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private Languages() {}

    /** Read from the header itself, since filters and error pages run outside of Spring MVC. */
    static Locale of(HttpServletRequest request) {
        return preferred(request.getHeader("Accept-Language"));
    }

    static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DEFAULT;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? DEFAULT : found;
        } catch (IllegalArgumentException notALanguageRange) {
            return DEFAULT;
        }
    }
}
