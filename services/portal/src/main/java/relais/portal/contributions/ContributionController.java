package relais.portal.contributions;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.account.Person;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** A contribution as those see it who work on it. */
@Controller
record ContributionController(ContributionsApi contributions, WorkingCopies copies, ContributionPages pages, Calls calls) {

    @GetMapping(ContributionPages.PATH + "/{id}")
    String show(
            @PathVariable String id,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Person person = Person.of(authentication);
        Pending<Board> board = calls.start(Service.CONTRIBUTIONS, () -> contributions.board(id));
        Contribution contribution = pages.show(id, person, model, response);
        model.addAttribute("board", board.answer());
        if (contribution != null && person != null && isWrittenBy(contribution, person)) {
            copies.ask(id)
                    .answer()
                    .content()
                    .ifPresent(copy -> model.addAttribute("copyAt", copy.updatedAt()));
        }
        return "contributions/contribution";
    }

    private static boolean isWrittenBy(Contribution contribution, Person person) {
        String partner = person.partner();
        return contribution.is("DRAFTING")
                && partner != null
                && contribution.drafters().contains(partner);
    }
}
