package relais.portal.todo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.account.Person;

/** What waits for whoever is signed in. */
@Controller
record ToDoController(Waits waits, RecentCounts counts) {

    static final String PATH = "/desk/to-do";

    /** Longer than any desk is waited for. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @GetMapping(PATH)
    String all(Authentication authentication, Model model, HttpServletResponse response) {
        Person person = Objects.requireNonNull(Person.of(authentication));
        List<Waits.Told> told = waits.begin(person).told();
        if (told.stream().anyMatch(each -> each.found().isUnavailable())) {
            response.setStatus(503);
        }
        Counts counted = Counts.of(told);
        counts.remember(person, counted);
        model.addAttribute("shownCounts", ShownCounts.known(counted));
        model.addAttribute("desks", told);
        model.addAttribute(
                "nothing",
                told.stream()
                        .allMatch(
                                each ->
                                        each.found().isOk()
                                                && each.found().value().items().isEmpty()));
        return "todo/to-do";
    }

    /** For the frame of a page that was there before them. */
    @GetMapping(PATH + "/counts")
    String counts(
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Person person = Objects.requireNonNull(Person.of(authentication));
        model.addAttribute(
                "shownCounts",
                ShownCounts.begun(() -> counts.of(person, LatestChange.of(request)), LONGEST));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "todo/to-do :: counts";
    }
}
