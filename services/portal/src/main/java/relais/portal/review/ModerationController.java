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

/** Hides what a published experience says, for a reason that everyone reads. */
@Controller
record ModerationController(ReviewPages pages, ExperiencesApi experiences) {

    @GetMapping("/desk/review/{id}/moderation")
    String form(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        pages.show(id, request, model, response);
        return "review/moderation";
    }

    @PostMapping("/desk/review/{id}/moderation")
    String moderate(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var body = new ReviewRequests.Reason(typed.value("reason"));
        Answer<Written> answer =
                pages.send(version -> experiences.moderate(id, version, body), typed);
        if (answer.isOk()) {
            return ReviewPages.done(
                    "review.done.moderated", answer.value(), typed.text("title"), flash);
        }
        pages.again(id, Form.after(typed, answer), model, response);
        return "review/moderation";
    }
}
