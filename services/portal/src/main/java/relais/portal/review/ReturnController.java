package relais.portal.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ExperiencesApi;
import relais.portal.call.Written;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Words;

/** Sends an experience back to its partner, with a comment beside each field that needs one. */
@Controller
record ReturnController(ReviewPages pages, ReviewedCards cards, ExperiencesApi experiences, Words words) {

    @GetMapping("/desk/review/{id}/return")
    String form(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        addFields(pages.show(id, request, model, response), model);
        return "review/return";
    }

    @PostMapping("/desk/review/{id}/return")
    String giveBack(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var comments = new FieldComments(typed);
        Answer<Written> answer =
                pages.send(version -> experiences.giveBack(id, version, comments.request()), typed);
        if (answer.isOk()) {
            return ReviewPages.done(
                    "review.done.returned", answer.value(), typed.text("title"), flash);
        }
        Form form = comments.besideTheirFields(Form.after(typed, answer));
        addFields(pages.again(id, form, model, response), model);
        return "review/return";
    }

    /** Without the card every field can still be commented on, from what was read before. */
    private void addFields(ReviewedCards.Seen seen, Model model) {
        List<FieldShown> fields =
                seen.card()
                        .content()
                        .map(card -> FieldShown.of(card, words))
                        .orElseGet(FieldShown::all);
        model.addAttribute("fields", fields);
        seen.card().content().ifPresent(_ -> model.addAttribute("since", cards.since(seen)));
    }
}
