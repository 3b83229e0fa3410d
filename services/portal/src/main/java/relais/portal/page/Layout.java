package relais.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.account.VisitFilter;

/**
 * What the frame around each page shows.
 *
 * @param here path and query of the page
 * @param ended whether the person's session has just ended
 * @param sections of the navigation, for this person
 */
public record Layout(
        String language,
        String here,
        @Nullable Person person,
        Set<Capacity> capacities,
        boolean ended,
        List<Link> sections) {

    public record Link(String key, String path, boolean current) {

        /** Whether it is for some of those who are signed in only. */
        public boolean isDesk() {
            return path.startsWith("/desk/");
        }
    }

    static Layout of(
            HttpServletRequest request,
            Locale locale,
            @Nullable Person person,
            Set<Capacity> capacities,
            List<Section> sections) {
        // An error page stands at the address that was asked for.
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        String path =
                failed
                        ? (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                        : request.getRequestURI();
        String query =
                failed
                        ? (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING)
                        : request.getQueryString();
        return new Layout(
                locale.getLanguage(),
                path + (query == null ? "" : "?" + query),
                person,
                capacities,
                request.getAttribute(VisitFilter.ENDED) != null,
                sections.stream()
                        .filter(section -> section.isShownTo(capacities))
                        .map(each -> new Link(each.key(), each.path(), each.holds(path)))
                        .toList());
    }

    /** Whether a page should offer what is for those in this capacity. */
    public boolean acts(Capacity capacity) {
        return capacities.contains(capacity);
    }

    /** Whether somebody has desks in the navigation. */
    public boolean hasDesks() {
        return sections.stream().anyMatch(Link::isDesk);
    }

    /** Where an entry of the navigation leads; here if it is not in it. */
    public String path(String section) {
        return sections.stream()
                .filter(link -> link.key().equals(section))
                .map(Link::path)
                .findFirst()
                .orElse(here);
    }

    /** This page in the other language. */
    public String inLanguage(String code) {
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam(LanguageSwitch.PARAMETER, code)
                .build()
                .toUriString();
    }
}
