package relais.portal.contributions;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.account.Person;
import relais.portal.api.Board;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** A contribution as those see it who work on it. */
@Controller
class ContributionController {

    private final ContributionsApi contributions;
    private final Desk desk;
    private final Calls calls;

    ContributionController(ContributionsApi contributions, Desk desk, Calls calls) {
        this.contributions = contributions;
        this.desk = desk;
        this.calls = calls;
    }

    @GetMapping(Desk.PATH + "/{id}")
    String show(
            @PathVariable String id,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Pending<Board> board = calls.start(Service.CONTRIBUTIONS, () -> contributions.board(id));
        desk.show(id, Person.of(authentication), model, response);
        model.addAttribute("board", board.answer());
        return "contributions/contribution";
    }
}
