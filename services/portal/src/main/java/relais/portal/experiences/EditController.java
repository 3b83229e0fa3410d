package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ExperienceChanged;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Versions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/** The card of an experience that was returned, to be sent again; or published, to be revised. */
@Controller
@RequestMapping(Writing.DESK + "/{id:x-.+}/edit")
record EditController(OwnExperiences own, ExperiencesApi experiences, Calls calls, FormPage page, KeptForms forms, Surroundings surroundings) {

    @GetMapping
    String edit(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> found = own.find(id);
        if (!found.isOk()) {
            return Missing.show(found, model, response);
        }
        Optional<Writing> writing = writing(found.value(), partner);
        if (writing.isEmpty()) {
            return "redirect:/cards/" + id;
        }
        Form form = forms.begin(request, DraftFields.of(found.value()));
        return page.show(writing.get(), form, partner, model, response);
    }

    /** The service decides whether it may be; the form only asks for it. */
    @PostMapping
    String send(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "send") String wanted,
            @RequestParam(name = "purpose") Writing.Purpose purpose,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String partner = Membership.partnerOf(authentication);
        Typed typed = Typed.in(request);
        CardFields.Read read = CardFields.read(typed);
        if (wanted.equals("find")) {
            model.addAttribute("found", surroundings.findFor(partner, typed.text("place")));
            return again(id, purpose, Form.of(typed), partner, model, response);
        }
        if (!read.unreadable().isEmpty()) {
            Form form = page.unreadable(typed, read.unreadable());
            return again(id, purpose, form, partner, model, response);
        }
        String version = Versions.etag(typed.text(DraftFields.VERSION));
        Answer<ExperienceChanged> sent =
                calls.ask(Service.EXPERIENCES, () -> change(id, version, purpose, read.text()));
        if (!sent.isOk()) {
            return again(id, purpose, Form.after(typed, sent), partner, model, response);
        }
        boolean revised = purpose == Writing.Purpose.REVISION;
        redirect.addFlashAttribute("done", revised ? "revised" : "resubmitted");
        redirect.addFlashAttribute("doneCard", id);
        if (revised) {
            redirect.addFlashAttribute("doneVersion", sent.value().version());
        }
        return "redirect:" + Writing.DESK;
    }

    private ExperienceChanged change(
            String id, String version, Writing.Purpose purpose, ExperienceText text) {
        return purpose == Writing.Purpose.REVISION
                ? experiences.revise(id, version, text.revised())
                : experiences.resubmit(id, version, text.resubmitted());
    }

    /** The same form, with the committee's comments and upon the version that is there now. */
    private String again(
            String id,
            Writing.Purpose purpose,
            Form form,
            String partner,
            Model model,
            HttpServletResponse response) {
        Answer<WrittenExperience> now = own.find(id);
        Writing writing =
                now.content()
                        .flatMap(found -> writing(found, partner))
                        .orElseGet(() -> Writing.unread(purpose, id));
        Form shown = form;
        if (DraftFields.isStale(form)) {
            model.addAttribute("conflict", "/cards/" + id);
            shown = now.content().map(it -> DraftFields.upon(form, it.version())).orElse(form);
        }
        return page.show(writing, shown, partner, model, response);
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
