package relais.portal.contributions;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;

/** A contribution as those see it who work on it. */
@Controller
record ContributionController(
        Remote<ContributionsApi> contributions, WorkingCopies copies, ContributionPages pages) {

    @GetMapping(ContributionPages.ONE)
    String show(Exchange exchange) {
        String id = exchange.variable("id");
        Pending<Board> board = contributions.start(api -> api.board(id));
        Optional<Contribution> contribution = pages.show(exchange);
        exchange.add("board", board.answer());
        String partner = exchange.partner();
        contribution
                .filter(found -> found.is("DRAFTING") && found.drafters().contains(partner))
                .flatMap(_ -> copies.ask(id).answer().content())
                .ifPresent(copy -> exchange.add("copyAt", copy.updatedAt()));
        return "contributions/contribution";
    }
}
