package relais.portal.days;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.DayReport;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Status;
import relais.portal.page.NotFound;

/** What happened since the last working day, to be read on paper. */
@Controller
record DayReportController(Remote<FeedApi> feed) {

    /** Of each figure; how many there are in all is said. */
    private static final String ENTRIES = "50";

    /**
     * The report.
     *
     * @param since the working day to begin with; the one before if absent
     * @param until {@code now}, or the last day; up to the working day if absent
     */
    @GetMapping("/desk/working-days/{id}/report")
    String report(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            Model model,
            HttpServletResponse response) {
        var question = Questions.of("limit", ENTRIES);
        if (since != null && !since.isBlank()) {
            question.add("since", since);
        }
        if (until != null && !until.isBlank()) {
            question.add("until", until);
        }
        Pending<List<Card>> days = feed.start(DayReportController::days);
        Answer<DayReport> report = feed.ask(api -> api.report(id, question));
        if (report.isRefused() && report.refusal().isNotFound()) {
            throw new NotFound();
        }
        Status.set(report, response);
        model.addAttribute("id", id);
        model.addAttribute("since", since);
        model.addAttribute("until", until);
        model.addAttribute("report", report);
        model.addAttribute("days", days.answer().content().orElse(List.of()));
        return "days/report";
    }

    /** What a report may begin with. */
    private static List<Card> days(FeedApi api) {
        var question = Questions.of("kind", "WORKING_DAY", "status", "HELD", "limit", "100");
        Listing<Card> found = api.cards(question);
        return found.items();
    }
}
