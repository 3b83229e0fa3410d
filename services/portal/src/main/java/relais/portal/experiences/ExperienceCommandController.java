package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** The page of a command: what it means, a few fields, a button. */
@Controller
@RequestMapping(Writing.DESK + "/{id:x-.+}/{path}")
record ExperienceCommandController(OwnExperiences own, ExperienceCommands commands, KeptForms forms, Words words, Clock clock) {

    private static final List<String> RESULTS = List.of("MEASURED", "EXPECTED");
    private static final List<String> DAYS =
            List.of("confirmedOn", "adoptedOn", "reportedOn", "endedOn");

    @GetMapping
    String form(
            @PathVariable String id,
            @PathVariable String path,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        ExperienceCommand command = ExperienceCommand.of(path).orElseThrow(NotFound::new);
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> found = own.find(id);
        if (!found.isOk()) {
            return Missing.show(found, model, response);
        }
        WrittenExperience experience = found.value();
        if (command.isOfAnAdoption() && experience.ongoingAdoptionOf(partner).isEmpty()) {
            return "redirect:/cards/" + id;
        }
        Form form = forms.begin(request, blank(experience, partner));
        return show(command, id, experience, form, model, response);
    }

    @PostMapping
    String send(
            @PathVariable String id,
            @PathVariable String path,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ExperienceCommand command = ExperienceCommand.of(path).orElseThrow(NotFound::new);
        Membership.partnerOf(authentication);
        Typed typed = Typed.in(request);
        Answer<ExperienceChanged> done = commands.ask(command, id, typed);
        if (done.isOk()) {
            redirect.addFlashAttribute("done", command.path());
            redirect.addFlashAttribute("doneCard", id);
            if (command != ExperienceCommand.RETRACTION) {
                redirect.addFlashAttribute("doneVersion", done.value().version());
            }
            return "redirect:" + Writing.DESK;
        }
        Form form = Form.after(typed, done);
        WrittenExperience now = own.find(id).content().orElse(null);
        if (now != null && DraftFields.isStale(form)) {
            form = DraftFields.upon(form, now.version());
            model.addAttribute("conflict", "/cards/" + id);
        }
        return show(command, id, now, form, model, response);
    }

    private String show(
            ExperienceCommand command,
            String id,
            @Nullable WrittenExperience experience,
            Form form,
            Model model,
            HttpServletResponse response) {
        response.setStatus(form.status());
        model.addAttribute("deed", command);
        model.addAttribute("address", Writing.DESK + "/" + id + "/" + command.path());
        model.addAttribute("card", "/cards/" + id);
        model.addAttribute("about", experience == null ? "" : experience.title());
        model.addAttribute("form", form);
        model.addAttribute(
                "resultKinds",
                RESULTS.stream()
                        .map(code -> new Choice(code, words.code("result-kind", code)))
                        .toList());
        return "experiences/deed";
    }

    /** Today is what most people mean, and they see that it can be another day. */
    private Typed blank(WrittenExperience experience, String partner) {
        Typed typed =
                Typed.nothing()
                        .with("key", Drafts.newKey())
                        .with(DraftFields.VERSION, experience.version())
                        .with(
                                "adoption",
                                experience
                                        .ongoingAdoptionOf(partner)
                                        .map(WrittenExperience.Adoption::id)
                                        .orElse(null));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        for (String day : DAYS) {
            typed = typed.with(day, today);
        }
        return typed;
    }
}
