package relais.portal.days;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WorkingDays;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** The working days: those to come, and those of the last years, the newest first. */
@Controller
record DayListController(Remote<CommitteeApi> committee, Clock clock) {

    /** The service lists a hundred at most, by their dates: the partners meet twice a year. */
    private static final int YEARS_AT_ONCE = 15;

    private static final String MOST = "100";

    /** The past begins before the day that is asked for, or else today. */
    @GetMapping("/desk/working-days")
    String list(Exchange exchange) {
        String before = exchange.request().getParameter("before");
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        LocalDate end = day(before, today.plusDays(1));
        LocalDate beginning = end.minusYears(YEARS_AT_ONCE);
        var coming = start("status", "SCHEDULED", "limit", MOST);
        var past = start("from", beginning, "to", end.minusDays(1), "limit", MOST);
        var older = start("to", beginning.minusDays(1), "limit", 1);
        Answer<List<WorkingDays.Day>> ended = past.answer().map(DayListController::ended);
        exchange.add("today", today)
                .add("coming", exchange.about(coming.answer().map(Listing::items)))
                .add("past", ended)
                .add("further", before != null)
                .add("last", ended.content().flatMap(DayListController::lastHeld).orElse(null))
                .add(
                        "older",
                        older.answer()
                                .content()
                                .filter(found -> !found.items().isEmpty())
                                .map(_ -> beginning)
                                .orElse(null));
        return "days/list";
    }

    private Pending<Listing<WorkingDays.Day>> start(Object... question) {
        return committee.start(api -> api.workingDays(Questions.of(question)));
    }

    private static List<WorkingDays.Day> ended(Listing<WorkingDays.Day> found) {
        return found.items().reversed().stream().filter(day -> !day.isScheduled()).toList();
    }

    private static Optional<WorkingDays.Day> lastHeld(List<WorkingDays.Day> days) {
        return days.stream().filter(day -> day.status().equals("HELD")).findFirst();
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        try {
            return typed == null ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return otherwise;
        }
    }
}
