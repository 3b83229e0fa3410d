package relais.portal.experiences;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/** The card of an experience that was returned, to be sent again; or published, to be revised. */
@Controller
@RequestMapping(Writing.DESK + "/{id:x-.+}/edit")
record EditController(
        OwnExperiences own, Changes changes, FormPage page, FormFiles files, KeptForms forms) {

    @GetMapping
    String edit(@PathVariable String id, Exchange exchange) {
        String partner = exchange.member();
        Answer<WrittenExperience> found = own.find(id);
        if (!found.isOk()) {
            return FormPage.missing(exchange, found);
        }
        return writing(found.value(), partner)
                .map(
                        writing ->
                                page.show(
                                        exchange,
                                        writing,
                                        forms.begin(
                                                exchange.request(), FormPage.typed(found.value()))))
                .orElse("redirect:/cards/{id}");
    }

    /** The service decides whether it may be; the form only asks for it. */
    @PostMapping
    String send(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "send") String wanted,
            @RequestParam(name = "purpose") Writing.Purpose purpose,
            Exchange exchange) {
        exchange.member();
        FormFiles.Received received = files.receive(exchange);
        Typed typed = received.typed();
        boolean revised = purpose == Writing.Purpose.REVISION;
        CardFields.Read read = CardFields.read(CardFields.sent(typed, revised));
        if (wanted.equals("find")) {
            return page.found(exchange, now(exchange, own.find(id), purpose), typed);
        }
        if (!received.faults().isEmpty()) {
            return again(exchange, purpose, received.refused());
        }
        // What has just come has no words yet: the author sees it before it is sent.
        if (wanted.equals("upload") || received.any()) {
            return again(exchange, purpose, Form.of(typed));
        }
        if (!read.unreadable().isEmpty()) {
            return again(exchange, purpose, page.unreadable(typed, read.unreadable()));
        }
        Answer<Written> sent =
                changes.send(
                        Service.EXPERIENCES,
                        revised
                                ? Change.put("/experiences/{id}", read.text())
                                : Change.post("/experiences/{id}/resubmission", read.text()),
                        exchange.variables(),
                        Hidden.ifMatch(typed),
                        null);
        if (!sent.isOk()) {
            return again(exchange, purpose, Form.after(typed, sent));
        }
        exchange.flash().addFlashAttribute("doneCard", id);
        if (revised) {
            exchange.flash().addFlashAttribute("doneVersion", sent.value().version());
        }
        return exchange.done(revised ? "revised" : "resubmitted", Writing.DESK);
    }

    /** The same form, with the committee's comments and upon the version that is there now. */
    private String again(Exchange exchange, Writing.Purpose purpose, Form form) {
        String id = exchange.variable("id");
        Answer<WrittenExperience> now = own.find(id);
        return page.show(
                exchange,
                now(exchange, now, purpose),
                FormPage.upon(exchange, form, now.content(), "/cards/" + id));
    }

    private static Writing now(
            Exchange exchange, Answer<WrittenExperience> found, Writing.Purpose purpose) {
        return found.content()
                .flatMap(known -> writing(known, exchange.member()))
                .orElseGet(() -> Writing.unread(purpose, exchange.variable("id")));
    }

    /** What its partner may do with the card now; empty if nothing. */
    private static Optional<Writing> writing(WrittenExperience found, String partner) {
        if (!found.partner().equals(partner)) {
            return Optional.empty();
        }
        if (found.is("RETURNED") || found.is("TAKEN_BACK")) {
            return Optional.of(Writing.ofResubmission(found));
        }
        return found.is("PUBLISHED") ? Optional.of(Writing.ofRevision(found)) : Optional.empty();
    }
}
