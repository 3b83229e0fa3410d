package relais.portal.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Person;
import relais.portal.api.ContributionEntry;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** The pages's first page: what waits for one's hand, and all contributions by where they stand. */
@Controller
record ContributionsController(ContributionsApi contributions, Tasks tasks, ContributionPages pages, Names names, Calls calls) {

    private static final List<String> STATUSES =
            List.of("DRAFTING", "CONSULTATION", "ADOPTED", "SUPERSEDED", "WITHDRAWN");

    private static final String PAGE_SIZE = "20";
    private static final int UNAVAILABLE = 503;

    @GetMapping(ContributionPages.PATH)
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String chosen = status != null && STATUSES.contains(status) ? status : null;
        Pending<Listing<ContributionEntry>> listed = page(chosen, cursor);
        boolean first = chosen == null && cursor == null;
        Tasks.@Nullable Asked underWay = first ? tasks.ask() : null;

        Answer<Listing<ContributionEntry>> list = listed.answer();
        Names.Known known =
                list.content().map(found -> names.in(found.items())).orElseGet(names::signatories);
        Reader reader = pages.reader(Person.of(authentication), known);
        if (list.isUnavailable()) {
            response.setStatus(UNAVAILABLE);
        }
        model.addAttribute("list", list);
        model.addAttribute("names", known);
        model.addAttribute("reader", reader);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("chosen", chosen);
        model.addAttribute("first", first);
        model.addAttribute("tasks", underWay == null ? List.of() : tasks.of(underWay, reader));
        return "contributions/list";
    }

    private Pending<Listing<ContributionEntry>> page(
            @Nullable String status, @Nullable String cursor) {
        var filter = new LinkedMultiValueMap<String, String>();
        filter.add("limit", PAGE_SIZE);
        if (status != null) {
            filter.add("status", status);
        }
        if (cursor != null) {
            filter.add("cursor", cursor);
        }
        return calls.start(Service.CONTRIBUTIONS, () -> contributions.contributions(filter));
    }
}
