package relais.portal.days;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WorkingDays;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Status;
import relais.portal.page.Words;

/** The working days: those to come, and those of the last years, the newest first. */
@Controller
record DayListController(Remote<CommitteeApi> committee, Clock clock) {

    /** The service lists a hundred at most, by their dates: the partners meet twice a year. */
    private static final int YEARS_AT_ONCE = 15;

    private static final String MOST = "100";

    /**
     * The list.
     *
     * @param before the past begins before this day instead of today
     */
    @GetMapping("/desk/working-days")
    String list(
            @RequestParam(required = false) @Nullable String before,
            Model model,
            HttpServletResponse response) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        LocalDate end = day(before, today.plusDays(1));
        LocalDate beginning = end.minusYears(YEARS_AT_ONCE);
        Pending<Listing<WorkingDays.Day>> coming =
                committee.start(api -> api.workingDays(question("status", "SCHEDULED")));
        MultiValueMap<String, String> window = question("from", beginning.toString());
        window.add("to", end.minusDays(1).toString());
        Pending<Listing<WorkingDays.Day>> past = committee.start(api -> api.workingDays(window));
        MultiValueMap<String, String> earlier = question("to", beginning.minusDays(1).toString());
        earlier.set("limit", "1");
        Pending<Listing<WorkingDays.Day>> older = committee.start(api -> api.workingDays(earlier));

        Answer<List<WorkingDays.Day>> scheduled = coming.answer().map(Listing::items);
        Answer<List<WorkingDays.Day>> ended = past.answer().map(DayListController::ended);
        Status.set(scheduled, response);
        model.addAttribute("today", today);
        model.addAttribute("coming", scheduled);
        model.addAttribute("past", ended);
        model.addAttribute("further", before != null);
        model.addAttribute(
                "last", ended.content().flatMap(DayListController::lastHeld).orElse(null));
        model.addAttribute(
                "older",
                older.answer().content().filter(found -> !found.items().isEmpty()).isPresent()
                        ? beginning
                        : null);
        return "days/list";
    }

    private static List<WorkingDays.Day> ended(Listing<WorkingDays.Day> found) {
        return found.items().reversed().stream().filter(day -> !day.isScheduled()).toList();
    }

    private static Optional<WorkingDays.Day> lastHeld(List<WorkingDays.Day> days) {
        return days.stream().filter(day -> day.status().equals("HELD")).findFirst();
    }

    private static MultiValueMap<String, String> question(String name, String value) {
        var question = Questions.of(name, value, "limit", MOST);
        return question;
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        try {
            return typed == null ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return otherwise;
        }
    }
}
