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
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;

/** Writing a draft: a form that is kept at every step, and by a script while one types. */
@Controller
@RequestMapping(Writing.DESK)
record DraftsController(Drafts drafts, FormPage page, KeptForms forms, Surroundings surroundings) {

    private static final String STEP = "step";
    private static final String SAVED = "saved";
    private static final String PREVIEW = "preview";

    @GetMapping("/new")
    String begin(
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Typed.nothing().with(Hidden.KEY, Drafts.newKey()));
        return page.show(
                Writing.ofNew(), form, Membership.partnerOf(authentication), model, response);
    }

    @PostMapping("/new")
    String keep(
            @RequestParam(name = "do", defaultValue = "save") String wanted,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String partner = Membership.partnerOf(authentication);
        Typed typed = Typed.in(request);
        if (wanted.equals("find")) {
            return found(Writing.ofNew(), typed, partner, model, response);
        }
        CardFields.Read read = CardFields.read(typed);
        if (!read.unreadable().isEmpty()) {
            Form form = page.unreadable(typed, read.unreadable());
            return page.show(Writing.ofNew(), form, partner, model, response);
        }
        Answer<WrittenExperience> kept = drafts.keep(request, typed, read.text());
        return kept.isOk()
                ? goOn(kept.value(), wanted, typed, redirect)
                : page.show(Writing.ofNew(), Form.after(typed, kept), partner, model, response);
    }

    @GetMapping("/drafts/{id}")
    String draft(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> draft = drafts.find(id);
        if (draft.isRefused() && draft.refusal().isNotFound()) {
            throw new NotFound();
        }
        if (!draft.isOk()) {
            return unreadable(id, draft, request, partner, model, response);
        }
        model.addAttribute("savedAt", page.time(draft.value().updatedAt()));
        Form form =
                forms.begin(
                        request, DraftFields.of(draft.value()).with(Hidden.KEY, Drafts.newKey()));
        return page.show(Writing.ofDraft(id), form, partner, model, response);
    }

    @PostMapping("/drafts/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "save") String wanted,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String partner = Membership.partnerOf(authentication);
        Writing writing = Writing.ofDraft(id);
        Typed typed = Typed.in(request);
        if (wanted.equals("find")) {
            return found(writing, typed, partner, model, response);
        }
        CardFields.Read read = CardFields.read(typed);
        if (!read.unreadable().isEmpty()) {
            Form form = page.unreadable(typed, read.unreadable());
            return page.show(writing, form, partner, model, response);
        }
        Answer<WrittenExperience> kept = drafts.edit(request, id, typed, read.text());
        if (kept.isOk()) {
            return goOn(kept.value(), wanted, typed, redirect);
        }
        Form form = Form.after(typed, kept);
        return page.show(writing, refreshed(id, form, model), partner, model, response);
    }

    /** Territories to choose from, for a script. */
    @GetMapping("/places")
    String places(
            @RequestParam(defaultValue = "") String place,
            Authentication authentication,
            Model model) {
        addFound(place, Membership.partnerOf(authentication), model);
        return "experiences/form :: found";
    }

    private String found(
            Writing writing,
            Typed typed,
            String partner,
            Model model,
            HttpServletResponse response) {
        addFound(typed.text("place"), partner, model);
        return page.show(writing, Form.of(typed), partner, model, response);
    }

    private void addFound(String place, String partner, Model model) {
        model.addAttribute("found", surroundings.findFor(partner, place));
    }

    /** What was typed before a session ended must not be lost to an outage as well. */
    private String unreadable(
            String id,
            Answer<WrittenExperience> draft,
            HttpServletRequest request,
            String partner,
            Model model,
            HttpServletResponse response) {
        Optional<Typed> typed = forms.take(request);
        if (typed.isPresent()) {
            Form form = Form.after(typed.get(), draft);
            return page.show(Writing.ofDraft(id), form, partner, model, response);
        }
        return Missing.show(draft, model, response);
    }

    /** After somebody else's edit: the same words, upon the version that is there now. */
    private Form refreshed(String id, Form form, Model model) {
        if (!DraftFields.isStale(form)) {
            return form;
        }
        model.addAttribute("conflict", Writing.DESK + "/drafts/" + id);
        return drafts.find(id)
                .content()
                .map(now -> DraftFields.upon(form, now.version()))
                .orElse(form);
    }

    /** Whoever saves stays on the step of the form where they are. */
    private static String goOn(
            WrittenExperience kept, String wanted, Typed typed, RedirectAttributes redirect) {
        if (wanted.equals(PREVIEW)) {
            return "redirect:" + Writing.DESK + "/drafts/" + kept.id() + "/preview";
        }
        redirect.addFlashAttribute(SAVED, true);
        String step = typed.text(STEP);
        return "redirect:"
                + Writing.DESK
                + "/drafts/"
                + kept.id()
                + (step.matches("step-[a-z]{1,10}") ? "#" + step : "");
    }
}
