package relais.portal.naming;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Named;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.page.Words;

/** What a field may mean, while somebody types into it. */
@Controller
record SuggestionsController(Picks picks, Remote<FeedApi> feed, Words words) {

    /** Fewer characters would suggest anything. */
    private static final int ENOUGH = 2;

    private static final String FEW = "10";

    @GetMapping("/desk/suggestions/partners")
    String partners(@RequestParam(defaultValue = "") String q, Model model) {
        String typed = q.strip();
        return show(typed.length() < ENOUGH ? List.of() : picks.partners(typed), model);
    }

    @GetMapping("/desk/suggestions/territories")
    String territories(@RequestParam(defaultValue = "") String q, Model model) {
        String typed = q.strip();
        List<Named> found = typed.length() < ENOUGH ? List.of() : picks.territories(typed);
        model.addAttribute(
                "address",
                PlaceNames.isUnknownAddress(typed, found.stream().map(Named::id).toList())
                        ? typed
                        : null);
        return show(found, model);
    }

    @GetMapping("/desk/suggestions/cards")
    String cards(@RequestParam(defaultValue = "") String q, Model model) {
        String typed = q.strip();
        if (typed.length() < ENOUGH) {
            return show(List.of(), model);
        }
        var question = Questions.of("q", typed, "limit", FEW);
        var cards =
                feed.list(api -> api.cards(question)).stream().filter(card -> card.title() != null);
        return show(cards.map(this::named).toList(), model);
    }

    /** « Un robot par école (Expérience, Ville de Besançon) ». */
    private Named named(Card card) {
        String kind = words.code("kind", card.kind());
        Named partner = card.partner();
        String of = partner == null ? kind : kind + ", " + partner.name();
        return new Named(card.id(), card.title() + " (" + of + ")");
    }

    private static String show(List<Named> found, Model model) {
        model.addAttribute("suggested", found);
        return "parts/suggestions :: suggestions";
    }
}
