package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The two languages people are answered in: French, unless they ask for English first. Controllers
 * are told the same as problems are written in.
 */
final class Languages implements LocaleResolver {

    static final Locale DEFAULT = Locale.FRENCH;

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The reader's browser says which language");
    }

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
