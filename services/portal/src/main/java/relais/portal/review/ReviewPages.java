package relais.portal.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.call.Written;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.call.Status;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;

/** What the pages about one experience have in common: showing it, and deciding on it. */
@Component
record ReviewPages(ReviewedCards cards, KeptForms forms, Calls calls) {

    /** A page with a form that was not sent yet. */
    ReviewedCards.Seen show(
            String id, HttpServletRequest request, Model model, HttpServletResponse response) {
        ReviewedCards.Seen seen = see(id, model, response);
        Form form = forms.begin(request, Typed.nothing());
        add(form, seen, model);
        return seen;
    }

    /**
     * Sends a decision on the version that its author has seen.
     *
     * @param ask the decision, given the header {@code If-Match}
     */
    Answer<Written> send(Function<String, Written> ask, Typed typed) {
        return calls.ask(Service.EXPERIENCES, () -> ask.apply(Hidden.ifMatch(typed)));
    }

    /**
     * The page again with what was not accepted. The card shown is the current one, and the next
     * decision is about that: whoever was overtaken reads, and sends again.
     */
    ReviewedCards.Seen again(String id, Form form, Model model, HttpServletResponse response) {
        ReviewedCards.Seen seen = see(id, model, response);
        response.setStatus(form.status());
        add(form, seen, model);
        return seen;
    }

    /**
     * Back to the queue, with a word about what was done.
     *
     * @param key of what is said
     * @param title of the card, as the page that sent the decision showed it. What was returned has
     *     a card for the committee alone, so that its reviewers read it at the desk
     */
    static String done(String key, Written written, String title, RedirectAttributes flash) {
        flash.addFlashAttribute(
                Done.ATTRIBUTE,
                new Done(
                        key,
                        title.isBlank() ? written.id() : title,
                        written.status().equals("RETURNED")
                                ? "/desk/review/" + written.id()
                                : "/cards/" + written.id() + "?atLeast=" + written.version()));
        return "redirect:/desk/review";
    }

    private ReviewedCards.Seen see(String id, Model model, HttpServletResponse response) {
        ReviewedCards.Seen seen = cards.see(id);
        if (isMissing(seen.experience()) || isMissing(seen.card())) {
            throw new NotFound();
        }
        Status.set(seen.card(), response);
        Status.set(seen.experience(), response);
        model.addAttribute("experience", seen.experience());
        model.addAttribute("card", seen.card());
        return seen;
    }

    private static boolean isMissing(Answer<?> answer) {
        return answer.isRefused() && answer.refusal().isNotFound();
    }

    private static void add(Form form, ReviewedCards.Seen seen, Model model) {
        Typed typed =
                seen.isComplete() ? Hidden.seeing(form.typed(), seen.version()) : form.typed();
        model.addAttribute("form", new Form(typed, form.refusal(), form.away(), form.kept()));
    }
}
