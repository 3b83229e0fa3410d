package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import relais.portal.account.Capacities;
import relais.portal.account.Capacity;
import relais.portal.account.Person;

/**
 * Refuses a page by its address to anybody who does not find its section in the navigation. What
 * may be done is decided by the services; nobody should have to find that out from a page that is
 * of no use to them.
 */
public record SectionGate(Sections sections, Capacities capacities) implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String page = request.getRequestURI();
        if (sections.all().stream().allMatch(section -> section.opens(page, Set.of()))) {
            return true;
        }
        Set<Capacity> held =
                capacities.possiblyOf(
                        Person.of(SecurityContextHolder.getContext().getAuthentication()));
        if (sections.all().stream().allMatch(section -> section.opens(page, held))) {
            return true;
        }
        throw new AccessDeniedException("The page belongs to a section for others");
    }
}
