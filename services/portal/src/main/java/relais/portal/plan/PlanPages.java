package relais.portal.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.call.Status;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.page.NotFound;

/** What the pages about one objective or action have in common. */
@Component
record PlanPages(Calls calls) {

    /**
     * Asks for what a page is about.
     *
     * @throws NotFound if there is none
     */
    <T> Answer<T> read(Supplier<T> question, HttpServletResponse response) {
        Answer<T> answer = calls.ask(Service.CONTRIBUTIONS, question);
        if (answer.isRefused() && answer.refusal().isNotFound()) {
            throw new NotFound();
        }
        Status.set(answer, response);
        return answer;
    }

    /** Sends a change, or something new. */
    <T> Answer<T> send(Supplier<T> change) {
        return calls.ask(Service.CONTRIBUTIONS, change);
    }

    /**
     * Hands a form to a page.
     *
     * @param version of what the page shows, which the next change is about; 0 if it shows nothing
     */
    static void show(Form form, long version, Model model, HttpServletResponse response) {
        if (form.status() != 200) {
            response.setStatus(form.status());
        }
        model.addAttribute(
                "form",
                version == 0
                        ? form
                        : new Form(
                                Hidden.seeing(form.typed(), version),
                                form.refusal(),
                                form.away(),
                                form.kept()));
    }

    /** On to a page that says what was done. */
    static String done(String key, String about, String path, RedirectAttributes flash) {
        flash.addFlashAttribute(Done.ATTRIBUTE, new Done(key, about, null));
        return "redirect:" + path;
    }
}
