package relais.portal.days;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.account.Capacity;
import relais.portal.api.Card;
import relais.portal.api.CommitteeApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WorkingDays;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/**
 * The working days, those to come and those of the last years, the newest first; what happened
 * since the last one, to be read on paper; and those that are over and have no minutes yet.
 */
@Controller
record DaysController(Remote<CommitteeApi> committee, Clock clock, Remote<FeedApi> feed) {

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
        boolean more =
                older.answer().content().filter(found -> !found.items().isEmpty()).isPresent();
        Answer<List<WorkingDays.Day>> ended = past.answer().map(DaysController::ended);
        exchange.add("today", today)
                .add("coming", exchange.about(coming.answer().map(Listing::items)))
                .add("past", ended)
                .add("further", before != null)
                .add("last", ended.content().flatMap(DaysController::lastHeld).orElse(null))
                .add("older", more ? beginning : null);
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

    /** Of each figure; how many there are in all is said. */
    private static final String ENTRIES = "50";

    /** From {@code since}, the working day before unless said; until now, or the working day. */
    @GetMapping("/desk/working-days/{id}/report")
    String report(@PathVariable String id, Exchange exchange) {
        String since = exchange.request().getParameter("since");
        String until = exchange.request().getParameter("until");
        var question =
                Questions.of(
                        "limit",
                        ENTRIES,
                        "since",
                        exchange.parameter("since"),
                        "until",
                        exchange.parameter("until"));
        Pending<List<Card>> days = feed.start(DaysController::days);
        exchange.existing("report", feed.ask(api -> api.report(id, question)));
        exchange.add("id", id)
                .add("since", since)
                .add("until", until)
                .add("days", days.answer().content().orElse(List.of()));
        return "days/report";
    }

    /** What a report may begin with. */
    private static List<Card> days(FeedApi api) {
        var question = Questions.of("kind", "WORKING_DAY", "status", "HELD", "limit", "100");
        Listing<Card> found = api.cards(question);
        return found.items();
    }

    @Bean
    @Order(50)
    ToDos minutesWaiting() {
        return new ToDos(
                "working-days", Set.of(Capacity.COMMITTEE), (_, _) -> committee.start(this::find));
    }

    private ToDos.Page find(CommitteeApi api) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        String yesterday = today.minusDays(1).toString();
        return ToDos.Page.of(
                api.workingDays(
                        Questions.of("status", "SCHEDULED", "to", yesterday, "limit", ToDos.MOST)),
                day ->
                        new ToDo(
                                "minutes",
                                day.theme(),
                                "/desk/working-days/" + day.id() + "/minutes",
                                false));
    }
}
