package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Question;

/** A page that asks by its address has the status of the answer that it is about. */
final class Pages {

    private Pages() {}

    static void status(Answer<?> answer, HttpServletResponse response) {
        switch (answer) {
            case Answer.Ok<?> _ -> {
                // As it is.
            }
            case Answer.Refused<?> refused -> response.setStatus(refused.refusal().status());
            case Answer.Unavailable<?> _ ->
                    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** The form of a question, with what is wrong with it beside its fields. */
    static Form form(Question question, Answer<?> answer) {
        // That a service is away is said where its answer would be: nothing was sent.
        return answer.isRefused() ? Form.after(typed(question), answer) : Form.of(typed(question));
    }

    static Form form(Question question) {
        return Form.of(typed(question));
    }

    private static Typed typed(Question question) {
        return new Typed(question.values());
    }
}
