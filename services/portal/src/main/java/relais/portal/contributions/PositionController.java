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

/** A signatory says what it thinks of the text, and may think again until the deadline. */
@Controller
record PositionController(ContributionsApi contributions, ContributionPages pages, Choices choices, KeptForms forms) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/position";

    @GetMapping(ADDRESS)
    String ask(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Person person = Person.of(authentication);
        Contribution contribution = pages.show(id, person, model, response);
        Typed beginning = ContributionPages.seen(Typed.nothing(), contribution);
        if (contribution != null && person != null) {
            beginning =
                    contribution
                            .position(person.partner())
                            .map(
                                    taken ->
                                            ContributionPages.seen(Typed.nothing(), contribution)
                                                    .with("position", taken.position())
                                                    .with("reason", taken.reason()))
                            .orElse(beginning);
        }
        model.addAttribute("form", forms.begin(request, beginning));
        return page(model);
    }

    @PostMapping(ADDRESS)
    String take(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        var position =
                new ContributionsApi.NewPosition(typed.value("position"), typed.value("reason"));
        Answer<ContributionChange> answer =
                pages.change(
                        id, typed, version -> contributions.takePosition(id, version, position));
        if (answer.isOk()) {
            next.addFlashAttribute("done", "position");
            return "redirect:" + ContributionPages.page(id);
        }
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        ContributionPages.refuse(answer, typed, now, model, response);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("positions", choices.of("position", Choices.POSITIONS));
        return "contributions/position";
    }
}
