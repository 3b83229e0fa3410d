package relais.portal.experiences;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import relais.portal.call.Answer;
import relais.portal.page.NotFound;

/** A page whose only content its service did not give. */
final class Missing {

    private static final int UNAVAILABLE = 503;

    private Missing() {}

    /**
     * Shows why.
     *
     * @throws NotFound if there is no such thing
     */
    static String show(Answer<?> answer, Model model, HttpServletResponse response) {
        if (answer.isRefused() && answer.refusal().isNotFound()) {
            throw new NotFound();
        }
        response.setStatus(answer.isRefused() ? answer.refusal().status() : UNAVAILABLE);
        model.addAttribute("answer", answer);
        return "experiences/missing";
    }
}
