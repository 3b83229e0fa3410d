package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;
import relais.portal.account.Paths;

/**
 * {@code ?lang=en} on any page remembers the language and shows the same page without it: the
 * address that people share says nothing of the language they read.
 */
public record LanguageSwitch(LocaleResolver languages) implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Locale chosen = Languages.spoken(request.getParameter(PARAMETER));
        if (chosen == null || !request.getMethod().equals("GET")) {
            return true;
        }
        languages.setLocale(request, response, chosen);
        UriComponents here =
                ServletUriComponentsBuilder.fromRequest(request)
                        .replaceQueryParam(PARAMETER)
                        .build();
        String query = here.getQuery();
        // Only path and query: anybody who forges a Host header leads nobody astray.
        response.sendRedirect(Paths.local(here.getPath()) + (query == null ? "" : "?" + query));
        return false;
    }
}
