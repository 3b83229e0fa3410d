package relais.portal.card;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/** Writes in the thread of a card, and takes back what was written. */
@Controller
record MessageController(CardController cards, Changes changes) {

    private static final String REDACT = "redact";

    @PostMapping("/cards/{id}")
    String send(Exchange exchange) {
        Typed typed = exchange.typed();
        boolean redacts = typed.text("do").equals(REDACT);
        Answer<Written> answer = redacts ? redact(typed) : post(exchange.variable("id"), typed);
        if (answer.isOk()) {
            exchange.flash().addFlashAttribute("written", redacts ? "redacted" : "posted");
            return "redirect:/cards/{id}#" + answer.value().id();
        }
        // A key stands for the text it was first sent with: another text needs another.
        Form form = Form.after(answer.isRefused() ? Hidden.creating(typed) : typed, answer);
        String page = cards.page(exchange, null, null);
        exchange.show(form);
        return page;
    }

    private Answer<Written> post(String card, Typed typed) {
        String text = typed.text("text").replace("\r\n", "\n").strip();
        var message = typed.body("inReplyTo");
        message.put("subject", card);
        message.put("text", text.isEmpty() ? null : text);
        return changes.send(
                Service.CONTRIBUTIONS,
                Change.post("/messages", message),
                Map.of(),
                null,
                typed.text(Hidden.KEY));
    }

    private Answer<Written> redact(Typed typed) {
        return changes.send(
                Service.CONTRIBUTIONS,
                Change.post("/messages/{message}/redaction", typed.body("reason")),
                Map.of("message", typed.text("message")),
                "\"" + typed.text("messageVersion") + "\"",
                null);
    }
}
