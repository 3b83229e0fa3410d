package relais.portal.todo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.account.Person;
import relais.portal.page.ToDos;

/**
 * What waits for whoever is signed in. The counts beside the navigation are asked for by a page
 * that is there already, so that none waits for them, and remembered for a moment: somebody who
 * goes from page to page asks the services once.
 */
@Controller
class ToDoController {

    private static final Duration REMEMBERED = Duration.ofSeconds(20);
    private static final int PEOPLE = 10_000;

    private final Waits waits;
    private final Cache<Person, Map<String, Count>> counts =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterWrite(REMEMBERED).build();

    ToDoController(Waits waits) {
        this.waits = waits;
    }

    /**
     * How much waits at a desk.
     *
     * @param more whether it is more than that
     */
    public record Count(int number, boolean more) {

        Count plus(Count other) {
            return new Count(number + other.number, more || other.more);
        }
    }

    @GetMapping("/desk/to-do")
    String all(Authentication authentication, Model model, HttpServletResponse response) {
        Person person = Objects.requireNonNull(Person.of(authentication));
        List<Waits.Told> told = waits.of(person);
        if (told.stream().anyMatch(each -> each.found().isUnavailable())) {
            response.setStatus(503);
        }
        counts.put(person, counted(told));
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

    /** For the frame of any page: what it shows beside the entries of its navigation. */
    @GetMapping("/desk/to-do/counts")
    String counts(Authentication authentication, Model model, HttpServletResponse response) {
        Person person = Objects.requireNonNull(Person.of(authentication));
        Map<String, Count> known = counts.getIfPresent(person);
        if (known == null) {
            known = counted(waits.of(person));
            counts.put(person, known);
        }
        model.addAttribute("counts", known);
        model.addAttribute("all", known.values().stream().reduce(new Count(0, false), Count::plus));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "todo/to-do :: counts";
    }

    /** A desk that could not be asked has no count. */
    private static Map<String, Count> counted(List<Waits.Told> told) {
        Map<String, Count> counted = new LinkedHashMap<>();
        for (Waits.Told each : told) {
            if (each.found().isOk()) {
                ToDos.Found found = each.found().value();
                counted.merge(
                        each.section(), new Count(found.items().size(), found.more()), Count::plus);
            }
        }
        return counted;
    }
}
