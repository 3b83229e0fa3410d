package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.api.WorkingCopy;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/**
 * The editor of a text. Every button saves the partner's working copy first, so that moving a
 * section or a refused publication loses nothing; scripts save it while one types.
 */
@Controller
record TextController(ContributionsApi contributions, WorkingCopies copies, ContributionPages pages, Choices choices, KeptForms forms, Calls calls) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/text";
    private static final String PAGE = "contributions/text";
    private static final int CONFLICT = 409;

    @GetMapping(ADDRESS)
    String edit(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Pending<WorkingCopy> asked = copies.ask(id);
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        Optional<WorkingCopy> copy = asked.answer().content();
        Typed beginning =
                copy.map(TextForm::of)
                        .orElseGet(
                                () ->
                                        contribution == null
                                                ? Typed.nothing()
                                                : TextForm.of(contribution));
        copy.ifPresent(found -> model.addAttribute("savedAt", found.updatedAt()));
        Typed keyed = beginning.with(Hidden.KEY, UUID.randomUUID());
        return page(forms.begin(request, keyed), contribution, model);
    }

    @PostMapping(ADDRESS)
    String send(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        String button = request.getParameter("do");
        String step = button == null ? "save" : button;
        Typed sent = Typed.in(request);
        if (step.equals("discard")) {
            next.addFlashAttribute(
                    "done", copies.discard(id, sent) ? "discarded" : "not-discarded");
            return back(id, "");
        }
        SectionFields.Step changed = SectionFields.apply(step, sent);
        Typed typed = step.equals("go-on") ? goOn(id, sent) : changed.typed();
        WorkingCopies.Saved saved = copies.save(request, id, typed);
        if (!saved.isOk()) {
            Contribution now = pages.show(id, Person.of(authentication), model, response);
            return notSaved(saved, now, model, response);
        }
        if (step.equals("publish")) {
            return publish(id, saved.typed(), authentication, model, response, next);
        }
        if (changed.removed() != null) {
            next.addFlashAttribute("removed", changed.removed());
            next.addFlashAttribute("removedAt", changed.at());
        }
        next.addFlashAttribute("done", "saved");
        return back(id, anchor(step, changed));
    }

    /** While one types: answers with what became of it, and what the text looks like now. */
    @PostMapping(path = ADDRESS, headers = "HX-Request=true")
    String keep(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        WorkingCopies.Saved saved = copies.save(request, id, Typed.in(request));
        Form form = Form.after(saved.typed(), saved.answer());
        model.addAttribute("form", form);
        model.addAttribute("sections", SectionFields.read(saved.typed()));
        model.addAttribute("kept", saved.isOk());
        model.addAttribute("other", saved.isConflict());
        saved.answer().content().ifPresent(copy -> model.addAttribute("savedAt", copy.updatedAt()));
        response.setStatus(form.status());
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "contributions/text :: kept";
    }

    private String publish(
            String id,
            Typed typed,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        if (now != null && TextMoves.isBehind(now, typed)) {
            response.setStatus(CONFLICT);
            return page(Form.of(typed), now, model);
        }
        // The text is the one that was read; what else happened to the contribution is no matter.
        String version = now == null ? "" : String.valueOf(now.version());
        Answer<ContributionChange> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () ->
                                contributions.publishText(
                                        id, ContributionPages.etag(version), TextForm.text(typed)));
        if (answer.isOk()) {
            next.addFlashAttribute("done", "published");
            return "redirect:" + ContributionPages.page(id);
        }
        if (ContributionPages.isStale(answer)) {
            model.addAttribute("moved", true);
            response.setStatus(CONFLICT);
            return page(Form.of(typed), now, model);
        }
        Form form = Form.after(typed, answer);
        response.setStatus(form.status());
        return page(form, now, model);
    }

    /** Without an answer it stays as it is: saving tells that the service is away. */
    private Typed goOn(String id, Typed typed) {
        return pages.read(id)
                .content()
                .map(contribution -> TextMoves.goOn(contribution, typed))
                .orElse(typed);
    }

    private String notSaved(
            WorkingCopies.Saved saved,
            @Nullable Contribution contribution,
            Model model,
            HttpServletResponse response) {
        if (saved.isConflict()) {
            response.setStatus(CONFLICT);
            model.addAttribute("other", true);
            saved.other()
                    .ifPresent(
                            stored -> {
                                model.addAttribute("otherAt", stored.updatedAt());
                                model.addAttribute(
                                        "otherMoves", TextMoves.between(stored, saved.typed()));
                            });
            return page(Form.of(saved.typed()), contribution, model);
        }
        Form form = Form.after(saved.typed(), saved.answer());
        response.setStatus(form.status());
        return page(form, contribution, model);
    }

    private String page(Form form, @Nullable Contribution contribution, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("count", SectionFields.count(form.typed()));
        model.addAttribute("sections", SectionFields.read(form.typed()));
        model.addAttribute("axes", choices.of("axis", Choices.AXES));
        if (contribution != null && TextMoves.isBehind(contribution, form.typed())) {
            model.addAttribute("moves", TextMoves.of(contribution, form.typed()));
        }
        return PAGE;
    }

    private static String back(String id, String anchor) {
        return "redirect:" + ContributionPages.page(id) + "/text" + anchor;
    }

    private static String anchor(String step, SectionFields.Step changed) {
        if (step.equals("preview")) {
            return "#preview";
        }
        return changed.at() < 0 || changed.removed() != null ? "" : "#section-" + changed.at();
    }
}
