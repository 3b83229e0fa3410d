package relais.portal.todo;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import relais.portal.account.Person;

/** Hands every page what waits for its reader. */
@ControllerAdvice(annotations = Controller.class)
final class ShownCountsAdvice {

    private final RecentCounts counts;
    private final Duration patience;

    // Not a record: of a component's @Value, which its field would have too, an ahead-of-time bean
    // definition sets the field, which is final.
    ShownCountsAdvice(
            RecentCounts counts, @Value("${relais.portal.count-patience}") Duration patience) {
        this.counts = counts;
        this.patience = patience;
    }

    @ModelAttribute("shownCounts")
    @Nullable ShownCounts counts(
            HttpServletRequest request, @Nullable Authentication authentication) {
        Person person = Person.of(authentication);
        // The page of an error is made in nobody's name: its script asks.
        if (person == null || request.getDispatcherType() != DispatcherType.REQUEST) {
            return null;
        }
        Supplier<CompletableFuture<Counts>> ask = () -> counts.of(person, LatestChange.of(request));
        return isPage(request)
                ? ShownCounts.begun(ask, patience)
                : ShownCounts.ifShown(ask, patience);
    }

    /** These count what waits themselves. */
    private static final Set<String> COUNTING = Set.of(ToDoController.PATH, "/");

    /** Whether a browser goes to it; the rest is parts of pages, files and forms. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals(HttpMethod.GET.name())
                && request.getHeader("HX-Request") == null
                && !COUNTING.contains(request.getRequestURI())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
