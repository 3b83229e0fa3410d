package relais.portal.experiences;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.page.Exchange;

/** The last step: a draft as readers will see it, to be sent to the committee; or its end. */
@Controller
@RequestMapping(Writing.DESK + "/drafts/{id}")
record PreviewController(Drafts drafts, Changes changes, FormPage page, CardPreview preview) {

    @GetMapping("/preview")
    String preview(@PathVariable String id, Exchange exchange) {
        String partner = exchange.member();
        Answer<WrittenExperience> found = drafts.find(id);
        if (!found.isOk()) {
            return FormPage.missing(exchange, found);
        }
        preview.show(found.value(), partner, exchange);
        exchange.add("form", Form.after(FormPage.typed(found.value()), drafts.rehearse(id)));
        return "experiences/preview";
    }

    /** Sends it. What is refused is to be mended in the form, where each refusal has its field. */
    @PostMapping("/preview")
    String send(@PathVariable String id, Exchange exchange) {
        exchange.member();
        Answer<Written> sent =
                send(
                        exchange,
                        new Change(HttpMethod.POST, "/drafts/{id}/submission", null, Map.of()));
        if (sent.isOk()) {
            exchange.flash().addFlashAttribute("doneCard", sent.value().id());
            return exchange.done("submitted", Writing.DESK);
        }
        Answer<WrittenExperience> draft = drafts.find(id);
        if (!draft.isOk()) {
            return FormPage.missing(exchange, sent.isUnavailable() ? sent : draft);
        }
        if (FormPage.isStale(sent)) {
            exchange.add("conflict", Writing.DESK + "/drafts/" + id);
        }
        return page.show(
                exchange, Writing.ofDraft(id), Form.after(FormPage.typed(draft.value()), sent));
    }

    @GetMapping("/deletion")
    String deletion(@PathVariable String id, Exchange exchange) {
        Answer<WrittenExperience> draft = drafts.find(id);
        return draft.isOk()
                ? deletion(exchange, draft.value(), Form.of(FormPage.typed(draft.value())))
                : FormPage.missing(exchange, draft);
    }

    @PostMapping("/deletion")
    String delete(@PathVariable String id, Exchange exchange) {
        Answer<Written> gone = send(exchange, Change.delete("/drafts/{id}"));
        if (gone.isOk()) {
            return exchange.done("deleted", Writing.DESK);
        }
        Answer<WrittenExperience> draft = drafts.find(id);
        return draft.isOk()
                ? deletion(exchange, draft.value(), Form.after(FormPage.typed(draft.value()), gone))
                : FormPage.missing(exchange, draft);
    }

    private Answer<Written> send(Exchange exchange, Change change) {
        return changes.send(
                Service.EXPERIENCES,
                change,
                exchange.variables(),
                Hidden.ifMatch(exchange.typed()),
                null);
    }

    private static String deletion(Exchange exchange, WrittenExperience draft, Form form) {
        exchange.show(form);
        exchange.add("draft", draft);
        return "experiences/deletion";
    }
}
