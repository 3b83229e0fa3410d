package relais.portal.todo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.account.Person;
import relais.portal.page.Exchange;

/** What waits for the person who is signed in. */
@Controller
record ToDoController(Waits waits, RecentCounts counts) {

    static final String PATH = "/desk/to-do";

    /** Longer than any desk is waited for. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @GetMapping(PATH)
    String all(Exchange exchange) {
        Person person = Objects.requireNonNull(exchange.person());
        List<Waits.SectionAnswer> answers = waits.begin(person).answers();
        if (answers.stream().anyMatch(each -> each.found().isUnavailable())) {
            exchange.response().setStatus(503);
        }
        Counts counted = Counts.of(answers);
        counts.remember(person, counted);
        exchange.add("shownCounts", ShownCounts.known(counted))
                .add("desks", answers)
                .add("nothing", answers.stream().allMatch(Waits.SectionAnswer::isNothing));
        return "todo/to-do";
    }

    /** For the frame of a page that was there before them. */
    @GetMapping(PATH + "/counts")
    String counts(Exchange exchange) {
        Person person = Objects.requireNonNull(exchange.person());
        Instant acted = LatestChange.of(exchange.request());
        exchange.add("shownCounts", ShownCounts.begun(() -> counts.of(person, acted), LONGEST))
                .response()
                .setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "todo/to-do :: counts";
    }
}
