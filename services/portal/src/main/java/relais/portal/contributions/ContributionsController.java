package relais.portal.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Person;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionEntry;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** The desk's first page: what waits for one's hand, and all contributions by where they stand. */
@Controller
class ContributionsController {

    private static final List<String> STATUSES =
            List.of("DRAFTING", "CONSULTATION", "ADOPTED", "SUPERSEDED", "WITHDRAWN");

    /** Those under way that are looked into for something to do: the latest of each status. */
    private static final String LOOKED_INTO = "20";

    private static final String PAGE_SIZE = "20";
    private static final int UNAVAILABLE = 503;

    private final ContributionsApi contributions;
    private final Desk desk;
    private final Names names;
    private final Calls calls;

    ContributionsController(ContributionsApi contributions, Desk desk, Names names, Calls calls) {
        this.contributions = contributions;
        this.desk = desk;
        this.names = names;
        this.calls = calls;
    }

    @GetMapping(Desk.PATH)
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String chosen = status != null && STATUSES.contains(status) ? status : null;
        Pending<Listing<ContributionEntry>> listed = page(chosen, PAGE_SIZE, cursor);
        boolean first = chosen == null && cursor == null;
        List<Pending<Listing<ContributionEntry>>> underWay =
                first
                        ? List.of(
                                page("CONSULTATION", LOOKED_INTO, null),
                                page("DRAFTING", LOOKED_INTO, null))
                        : List.of();

        Answer<Listing<ContributionEntry>> list = listed.answer();
        Names.Known known =
                list.content().map(found -> names.in(found.items())).orElseGet(names::signatories);
        Reader reader = desk.reader(Person.of(authentication), known);
        if (list.isUnavailable()) {
            response.setStatus(UNAVAILABLE);
        }
        model.addAttribute("list", list);
        model.addAttribute("names", known);
        model.addAttribute("reader", reader);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("chosen", chosen);
        model.addAttribute("first", first);
        model.addAttribute("tasks", tasks(underWay, reader));
        return "contributions/list";
    }

    private Pending<Listing<ContributionEntry>> page(
            @Nullable String status, String limit, @Nullable String cursor) {
        var filter = new LinkedMultiValueMap<String, String>();
        filter.add("limit", limit);
        if (status != null) {
            filter.add("status", status);
        }
        if (cursor != null) {
            filter.add("cursor", cursor);
        }
        return calls.start(Service.CONTRIBUTIONS, () -> contributions.contributions(filter));
    }

    private record LookedInto(Pending<Contribution> contribution, @Nullable Pending<Board> board) {}

    private List<Task> tasks(List<Pending<Listing<ContributionEntry>>> underWay, Reader reader) {
        var asked = new ArrayList<LookedInto>();
        for (var listed : underWay) {
            listed.answer().content().map(Listing::items).orElse(List.of()).stream()
                    .filter(entry -> concerns(entry, reader))
                    .forEach(entry -> asked.add(lookInto(entry, reader)));
        }
        return asked.stream()
                .flatMap(each -> task(each, reader))
                .sorted(Task.MOST_URGENT_FIRST)
                .toList();
    }

    private static boolean concerns(ContributionEntry entry, Reader reader) {
        return entry.status().equals("CONSULTATION") || reader.drafts(entry.drafters());
    }

    private LookedInto lookInto(ContributionEntry entry, Reader reader) {
        String id = entry.id();
        boolean concludes = reader.secretary() && entry.status().equals("CONSULTATION");
        return new LookedInto(
                calls.start(Service.CONTRIBUTIONS, () -> contributions.contribution(id)),
                concludes
                        ? calls.start(Service.CONTRIBUTIONS, () -> contributions.board(id))
                        : null);
    }

    private static Stream<Task> task(LookedInto asked, Reader reader) {
        Pending<Board> board = asked.board();
        boolean adoptable =
                board != null && board.answer().content().map(Board::adoptable).orElse(false);
        return asked.contribution().answer().content().stream()
                .flatMap(found -> Task.of(found, reader, adoptable).stream());
    }
}
