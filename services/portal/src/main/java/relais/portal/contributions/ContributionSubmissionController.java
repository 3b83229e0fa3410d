package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import relais.portal.call.Answer;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/** A drafter tells the secretariat that the text is ready for a consultation. */
@Controller
record ContributionSubmissionController(ContributionsApi contributions, ContributionPages pages, KeptForms forms) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/submission";
    private static final String PAGE = "contributions/submission";

    @GetMapping(ADDRESS)
    String ask(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        model.addAttribute(
                "form",
                forms.begin(request, ContributionPages.seen(Typed.nothing(), contribution)));
        return PAGE;
    }

    @PostMapping(ADDRESS)
    String submit(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        var note = new ContributionsApi.Note(typed.value("note"));
        Answer<ContributionChange> answer =
                pages.change(id, typed, version -> contributions.submit(id, version, note));
        if (answer.isOk()) {
            next.addFlashAttribute("done", "submitted");
            return "redirect:" + ContributionPages.page(id);
        }
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        ContributionPages.refuse(answer, typed, now, model, response);
        return PAGE;
    }
}
