package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;
import relais.portal.page.WordDiff;

/** A signatory proposes another wording of one section. */
@Controller
record AmendingController(ContributionsApi contributions, ContributionPages pages, KeptForms forms) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/amendments/new";
    private static final String PAGE = "contributions/amending";
    private static final String KEY = "key";
    private static final String HEADING = "heading";
    private static final String BODY = "body";
    private static final int CONFLICT = 409;

    @GetMapping(ADDRESS)
    String begin(
            @PathVariable String id,
            @RequestParam String section,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        Contribution.Section now = section(contribution, section, model);
        if (contribution != null && now == null) {
            throw new NotFound();
        }
        Typed beginning =
                ContributionPages.seen(Typed.nothing().with(KEY, UUID.randomUUID()), contribution)
                        .with(HEADING, now == null ? null : now.heading())
                        .with(BODY, now == null ? null : now.body());
        model.addAttribute("form", forms.begin(request, beginning));
        return PAGE;
    }

    @PostMapping(ADDRESS)
    String propose(
            @PathVariable String id,
            @RequestParam String section,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        ContributionsApi.NewAmendment amendment = amendment(section, typed);
        Answer<ContributionChange> answer =
                pages.change(
                        id,
                        typed,
                        version -> contributions.amend(id, version, typed.text(KEY), amendment));
        if (answer.isOk()) {
            next.addFlashAttribute("done", "amended");
            return "redirect:" + ContributionPages.page(id) + "#amendments";
        }
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        Typed again = answer.isRefused() ? typed.with(KEY, UUID.randomUUID()) : typed;
        Contribution.Section current = section(now, section, model);
        if (now != null && current != null && hasMoved(current, typed)) {
            moved(now, current, again, model, response);
        } else {
            ContributionPages.refuse(answer, again, now, model, response);
        }
        return PAGE;
    }

    /** Whoever amends has read what they amend: both wordings are shown, and the form goes on. */
    private static void moved(
            Contribution now,
            Contribution.Section current,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("form", Form.of(ContributionPages.seen(typed, now)));
        model.addAttribute("sectionMoved", true);
        model.addAttribute("runs", WordDiff.between(current.body(), unix(typed.text(BODY))));
        response.setStatus(CONFLICT);
    }

    private static boolean hasMoved(Contribution.Section current, Typed typed) {
        Long basedOn = basedOn(typed);
        return basedOn != null && current.changedIn() > basedOn;
    }

    private static Contribution.@Nullable Section section(
            @Nullable Contribution contribution, String section, Model model) {
        Contribution.Section now =
                contribution == null ? null : contribution.section(section).orElse(null);
        model.addAttribute("section", now);
        model.addAttribute("sectionId", section);
        return now;
    }

    private static ContributionsApi.NewAmendment amendment(String section, Typed typed) {
        return new ContributionsApi.NewAmendment(
                section,
                basedOn(typed),
                typed.value(HEADING),
                unix(typed.text(BODY)),
                typed.value("reason"));
    }

    private static @Nullable Long basedOn(Typed typed) {
        String raw = typed.text(ContributionPages.TEXT_VERSION);
        return raw.matches("[0-9]{1,9}") ? Long.valueOf(raw) : null;
    }

    /** Browsers send line ends of their own. */
    private static String unix(String typed) {
        return typed.replace("\r\n", "\n");
    }
}
