package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.Card;
import relais.portal.api.ExperienceChanged;
import relais.portal.api.ExperienceText;
import relais.portal.api.Named;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/** The last step: a draft as readers will see it, to be sent to the committee. */
@Controller
@RequestMapping(Writing.DESK + "/drafts/{id}")
class PreviewController {

    private static final String EXPERIENCES = "redirect:" + Writing.DESK;

    private final Drafts drafts;
    private final FormPage page;
    private final Surroundings surroundings;

    PreviewController(Drafts drafts, FormPage page, Surroundings surroundings) {
        this.drafts = drafts;
        this.page = page;
        this.surroundings = surroundings;
    }

    /**
     * A draft in the dress of a card.
     *
     * @param experience for the templates of cards
     */
    record Preview(Card.Experience experience) {

        static Preview of(ExperienceText text, @Nullable Named competent) {
            return new Preview(
                    new Card.Experience(
                            competent,
                            text.audience(),
                            day(text.startedOn()),
                            day(text.endedOn()),
                            text.problem(),
                            text.action(),
                            text.partnersInvolved(),
                            means(text.means()),
                            results(text.results()),
                            text.difficulties(),
                            text.transfer(),
                            text.links().stream().map(Preview::link).toList(),
                            Boolean.TRUE.equals(text.licenceAccepted()) ? "LO-2.0" : null,
                            List.of(),
                            List.of(),
                            List.of()));
        }

        private static Card.@Nullable Means means(ExperienceText.@Nullable Means means) {
            BigDecimal euros = means == null ? null : means.euros();
            return means == null ? null : new Card.Means(euros, means.fte(), means.note());
        }

        private static Card.@Nullable Results results(ExperienceText.@Nullable Results results) {
            return results == null || results.text() == null
                    ? null
                    : new Card.Results(
                            Objects.requireNonNullElse(results.kind(), "EXPECTED"),
                            results.text());
        }

        private static Card.Link link(ExperienceText.Link link) {
            String url = Objects.requireNonNullElse(link.url(), "");
            return new Card.Link(Objects.requireNonNullElse(link.label(), url), url);
        }

        private static @Nullable LocalDate day(@Nullable String typed) {
            try {
                return typed == null ? null : LocalDate.parse(typed);
            } catch (DateTimeParseException notADay) {
                return null;
            }
        }
    }

    @GetMapping("/preview")
    String preview(
            @PathVariable String id,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> found = drafts.find(id);
        if (!found.isOk() || found.value().text() == null) {
            return Missing.show(found, model, response);
        }
        WrittenExperience draft = found.value();
        ExperienceText text = Objects.requireNonNull(draft.text());
        model.addAttribute("draft", draft);
        model.addAttribute("text", text);
        model.addAttribute("it", Preview.of(text, competent(text)));
        model.addAttribute("around", surroundings.of(partner));
        model.addAttribute(
                "place", text.territory() == null ? null : surroundings.named(text.territory()));
        model.addAttribute("missing", CardFields.missing(CardFields.typed(text)));
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

    private @Nullable Named competent(ExperienceText text) {
        String id = text.competentPartner();
        return id == null ? null : new Named(id, surroundings.partnerName(id));
    }
}
