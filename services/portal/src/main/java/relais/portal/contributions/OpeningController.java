package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/** Opens a contribution, also one that is to take the place of another. */
@Controller
record OpeningController(ContributionsApi contributions, ContributionPages pages, Names names, Choices choices, KeptForms forms, Calls calls) {

    private static final String KEY = "key";

    @GetMapping(ContributionPages.PATH + "/new")
    String begin(
            @RequestParam(required = false) @Nullable String supersedes,
            HttpServletRequest request,
            Authentication authentication,
            Model model) {
        return show(forms.begin(request, beginning(supersedes)), authentication, model);
    }

    @PostMapping(ContributionPages.PATH + "/new")
    String open(
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        Answer<ContributionChange> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> contributions.openContribution(typed.text(KEY), opening(typed)));
        if (answer.isOk()) {
            next.addFlashAttribute("done", "opened");
            return "redirect:" + ContributionPages.page(answer.value().id()) + "/text";
        }
        Typed again = answer.isRefused() ? typed.with(KEY, UUID.randomUUID()) : typed;
        Form form = Form.after(again, answer);
        response.setStatus(form.status());
        return show(form, authentication, model);
    }

    private String show(Form form, Authentication authentication, Model model) {
        Person person = Person.of(authentication);
        Names.Known known = names.signatories();
        String own = person == null ? null : person.partner();
        List<Choice> others =
                known.signatories().stream().filter(one -> !one.value().equals(own)).toList();
        model.addAttribute("form", form);
        model.addAttribute("reader", pages.reader(person, known));
        model.addAttribute("kinds", choices.of("contribution-kind", Choices.KINDS));
        model.addAttribute("axes", choices.of("axis", Choices.AXES));
        model.addAttribute("others", others);
        String supersedes = form.text("supersedes");
        if (!supersedes.isEmpty()) {
            model.addAttribute("replaced", pages.read(supersedes).content().orElse(null));
        }
        return "contributions/new";
    }

    /** A text that replaces another begins with what the other is called. */
    private Typed beginning(@Nullable String supersedes) {
        Typed typed = Typed.nothing().with(KEY, UUID.randomUUID());
        if (supersedes == null || supersedes.isBlank()) {
            return typed;
        }
        Typed replacing = typed.with("supersedes", supersedes);
        Contribution replaced = pages.read(supersedes).content().orElse(null);
        return replaced == null
                ? replacing
                : replacing
                        .with("kind", replaced.kind())
                        .with("title", replaced.title())
                        .with("summary", replaced.summary())
                        .withAll("axes", replaced.axes());
    }

    private static ContributionsApi.Opening opening(Typed typed) {
        return new ContributionsApi.Opening(
                typed.value("kind"),
                typed.value("title"),
                typed.value("summary"),
                typed.texts("axes"),
                typed.texts("drafters"),
                typed.value("supersedes"));
    }
}
