package relais.portal.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.Card;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.ReviewRequests;
import relais.portal.call.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Words;

/** Puts an experience forward, for a while or until further notice, and takes it back. */
@Controller
record HighlightController(ReviewPages pages, ExperiencesApi experiences, Clock clock) {

    @GetMapping("/desk/review/{id}/highlight")
    String form(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        addCurrent(pages.show(id, request, model, response), model);
        return "review/highlight";
    }

    @PostMapping("/desk/review/{id}/highlight")
    String highlight(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        boolean ends = typed.has("decision", "end");
        var body = new ReviewRequests.Highlight(typed.value("headline"), typed.value("until"));
        Answer<Written> answer =
                pages.send(
                        version ->
                                ends
                                        ? experiences.retractHighlight(id, version)
                                        : experiences.highlight(id, version, body),
                        typed);
        if (answer.isOk()) {
            return ReviewPages.done(
                    ends ? "review.done.highlight-ended" : "review.done.highlighted",
                    answer.value(),
                    typed.text("title"),
                    flash);
        }
        addCurrent(pages.again(id, Form.after(typed, answer), model, response), model);
        return "review/highlight";
    }

    /** What is in force now, if anything. */
    private void addCurrent(ReviewedCards.Seen seen, Model model) {
        seen.card()
                .content()
                .map(Card::highlight)
                .filter(known -> known.until() == null || !known.until().isBefore(today()))
                .ifPresent(known -> model.addAttribute("current", known));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.PARIS);
    }
}
