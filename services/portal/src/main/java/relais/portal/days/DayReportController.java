package relais.portal.days;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;

/** What happened since the last working day, to be read on paper. */
@Controller
record DayReportController(Remote<FeedApi> feed) {

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
        Pending<List<Card>> days = feed.start(DayReportController::days);
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
}
