package relais.portal.naming;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Named;
import relais.portal.call.Calls;
import relais.portal.call.Service;

/**
 * What a field may mean, while somebody types into it. The field is asked for by its own name,
 * whatever that is: a form has several that name partners.
 */
@Controller
class SuggestionsController {

    /** Fewer characters would suggest anything. */
    private static final int ENOUGH = 2;

    private static final String FEW = "10";

    private final Picks picks;
    private final FeedApi feed;
    private final Calls calls;

    SuggestionsController(Picks picks, FeedApi feed, Calls calls) {
        this.picks = picks;
        this.feed = feed;
        this.calls = calls;
    }

    @GetMapping("/desk/suggestions/partners")
    String partners(@RequestParam Map<String, String> fields, Model model) {
        String typed = typed(fields);
        return show(typed.length() < ENOUGH ? List.of() : picks.partners(typed), model);
    }

    @GetMapping("/desk/suggestions/territories")
    String territories(@RequestParam Map<String, String> fields, Model model) {
        String typed = typed(fields);
        return show(typed.length() < ENOUGH ? List.of() : picks.territories(typed), model);
    }

    @GetMapping("/desk/suggestions/cards")
    String cards(@RequestParam Map<String, String> fields, Model model) {
        String typed = typed(fields);
        if (typed.length() < ENOUGH) {
            return show(List.of(), model);
        }
        var question = new LinkedMultiValueMap<String, String>();
        question.add("q", typed);
        question.add("limit", FEW);
        List<Card> found =
                calls.ask(Service.FEED, () -> feed.cards(question))
                        .content()
                        .map(Listing::items)
                        .orElse(List.of());
        return show(found.stream().map(SuggestionsController::named).toList(), model);
    }

    private static Named named(Card card) {
        String title = card.title();
        return new Named(card.id(), title == null ? card.id() : title);
    }

    private static String show(List<Named> found, Model model) {
        model.addAttribute("suggested", found);
        return "parts/suggestions :: suggestions";
    }

    private static String typed(Map<String, String> fields) {
        return fields.values().stream().findFirst().orElse("").strip();
    }
}
