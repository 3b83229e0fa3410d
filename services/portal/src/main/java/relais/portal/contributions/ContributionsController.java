package relais.portal.contributions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;

/**
 * The first page, with what waits for one's hand and all contributions by where they stand; and a
 * contribution as those see it who work on it.
 */
@Controller
record ContributionsController(
        Remote<ContributionsApi> contributions,
        Tasks tasks,
        ContributionPages pages,
        Names names,
        WorkingCopies copies) {

    private static final List<String> STATUSES =
            List.of("DRAFTING", "CONSULTATION", "ADOPTED", "SUPERSEDED", "WITHDRAWN");

    private static final String PAGE_SIZE = "20";

    @GetMapping(ContributionPages.PATH)
    String list(Exchange exchange) {
        String status = exchange.request().getParameter("status");
        String cursor = exchange.request().getParameter("cursor");
        String chosen = status != null && STATUSES.contains(status) ? status : null;
        var filter = Questions.of("limit", PAGE_SIZE, "status", chosen, "cursor", cursor);
        Pending<Listing<Contribution>> listed =
                contributions.start(api -> api.contributions(filter));
        boolean first = chosen == null && cursor == null;
        Tasks.@Nullable PendingLists underWay = first ? tasks.ask() : null;
        Answer<Listing<Contribution>> list = listed.answer();
        Names.PartnerNames known =
                list.content().map(found -> names.in(found.items())).orElseGet(names::signatories);
        Reader reader = pages.reader(exchange.person(), known);
        if (list.isUnavailable()) {
            exchange.about(list);
        }
        exchange.add("list", list)
                .add("names", known)
                .add("reader", reader)
                .add("statuses", STATUSES)
                .add("chosen", chosen)
                .add("first", first)
                .add("tasks", underWay == null ? List.of() : tasks.of(underWay, reader));
        return "contributions/list";
    }

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
