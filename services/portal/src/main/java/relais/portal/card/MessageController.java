package relais.portal.card;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/** Writes in the thread of a card, and takes back what was written. */
@Controller
record MessageController(ContributionsApi contributions, CardController cards, Calls calls) {

    private static final String REDACT = "redact";

    @PostMapping("/cards/{id}")
    String send(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        String step = typed.text("do");
        Answer<ContributionsApi.Posted> answer =
                step.equals(REDACT) ? redact(typed) : post(id, typed);
        if (answer.isOk()) {
            next.addFlashAttribute("written", step.equals(REDACT) ? "redacted" : "posted");
            return "redirect:/cards/" + id + "#" + answer.value().id();
        }
        // A key stands for the text it was first sent with: another text needs another.
        Typed again = answer.isRefused() ? typed.with(MessageForm.KEY, UUID.randomUUID()) : typed;
        Form form = Form.after(again, answer);
        model.addAttribute("form", form);
        String page = cards.page(id, null, null, model, response);
        response.setStatus(form.status());
        return page;
    }

    private Answer<ContributionsApi.Posted> post(String id, Typed typed) {
        return calls.ask(
                Service.CONTRIBUTIONS,
                () ->
                        contributions.postMessage(
                                typed.text(MessageForm.KEY), MessageForm.message(id, typed)));
    }

    private Answer<ContributionsApi.Posted> redact(Typed typed) {
        return calls.ask(
                Service.CONTRIBUTIONS,
                () ->
                        contributions.redactMessage(
                                typed.text("message"),
                                "\"" + typed.text("messageVersion") + "\"",
                                new ContributionsApi.Reason(typed.value("reason"))));
    }
}
