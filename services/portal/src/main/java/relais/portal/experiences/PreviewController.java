package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ExperienceChanged;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/** The last step: a draft as readers will see it, to be sent to the committee. */
@Controller
@RequestMapping(Writing.DESK + "/drafts/{id}")
record PreviewController(Drafts drafts, FormPage page, CardPreview preview) {

    private static final String EXPERIENCES = "redirect:" + Writing.DESK;

    @GetMapping("/preview")
    String preview(
            @PathVariable String id,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> found = drafts.find(id);
        if (!found.isOk()) {
            return Missing.show(found, model, response);
        }
        preview.show(found.value(), partner, model);
        model.addAttribute("form", Form.after(DraftFields.of(found.value()), drafts.rehearse(id)));
        return "experiences/preview";
    }

    /** Sends it. What is refused is to be mended in the form, where each refusal has its field. */
    @PostMapping("/preview")
    String send(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String partner = Membership.partnerOf(authentication);
        String version = Typed.in(request).text(DraftFields.VERSION);
        Answer<ExperienceChanged> sent = drafts.submit(id, version);
        if (sent.isOk()) {
            redirect.addFlashAttribute("done", "submitted");
            redirect.addFlashAttribute("doneCard", sent.value().id());
            return EXPERIENCES;
        }
        Answer<WrittenExperience> draft = drafts.find(id);
        if (!draft.isOk()) {
            return Missing.show(sent.isUnavailable() ? sent : draft, model, response);
        }
        Form form = Form.after(DraftFields.of(draft.value()), sent);
        if (DraftFields.isStale(form)) {
            model.addAttribute("conflict", Writing.DESK + "/drafts/" + id);
        }
        return page.show(Writing.ofDraft(id), form, partner, model, response);
    }

    @GetMapping("/deletion")
    String deletion(@PathVariable String id, Model model, HttpServletResponse response) {
        Answer<WrittenExperience> draft = drafts.find(id);
        if (!draft.isOk()) {
            return Missing.show(draft, model, response);
        }
        model.addAttribute("draft", draft.value());
        model.addAttribute("form", Form.of(DraftFields.of(draft.value())));
        return "experiences/deletion";
    }

    @PostMapping("/deletion")
    String delete(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Answer<Boolean> gone = drafts.delete(id, Typed.in(request).text(DraftFields.VERSION));
        if (gone.isOk()) {
            redirect.addFlashAttribute("done", "deleted");
            return EXPERIENCES;
        }
        Answer<WrittenExperience> draft = drafts.find(id);
        if (!draft.isOk()) {
            return Missing.show(draft, model, response);
        }
        Form form = Form.after(DraftFields.of(draft.value()), gone);
        response.setStatus(form.status());
        model.addAttribute("draft", draft.value());
        model.addAttribute("form", form);
        return "experiences/deletion";
    }
}
