package relais.portal.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.ReviewRequests;
import relais.portal.call.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/** One experience to look at, and to publish. */
@Controller
record PublicationController(ReviewPages pages, ReviewedCards cards, ExperiencesApi experiences) {

    @GetMapping("/desk/review/{id}")
    String look(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        addChanges(pages.show(id, request, model, response), model);
        return "review/card";
    }

    @PostMapping("/desk/review/{id}")
    String publish(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var body = new ReviewRequests.Publication(typed.value("comment"));
        Answer<Written> answer =
                pages.send(version -> experiences.publish(id, version, body), typed);
        if (answer.isOk()) {
            return ReviewPages.done(
                    "review.done.published", answer.value(), typed.text("title"), flash);
        }
        addChanges(pages.again(id, Form.after(typed, answer), model, response), model);
        return "review/card";
    }

    private void addChanges(ReviewedCards.Seen seen, Model model) {
        seen.card()
                .content()
                .filter(card -> card.status().equals("SUBMITTED"))
                .ifPresent(_ -> model.addAttribute("since", cards.since(seen)));
    }
}
