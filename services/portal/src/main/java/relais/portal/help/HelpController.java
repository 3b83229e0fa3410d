package relais.portal.help;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.naming.Axes;
import relais.portal.page.Crumb;
import relais.portal.page.Exchange;
import relais.portal.page.Shared;
import relais.portal.page.Words;

/** How Relais works, in words. */
@Controller
record HelpController(ContactDetails contact, Words words) {

    /** What a card is written in, each with an example. */
    private static final List<String> FIELDS =
            List.of(
                    "title",
                    "preview",
                    "problem",
                    "action",
                    "means.note",
                    "results.text",
                    "difficulties",
                    "transfer");

    private static final List<String> STEPS =
            List.of("draft", "submission", "reading", "return", "publication", "after");

    private static final List<String> TERMS =
            List.of(
                    "academie",
                    "action",
                    "adoption",
                    "axis",
                    "card",
                    "charter",
                    "committee",
                    "consultation",
                    "contribution",
                    "endorsement",
                    "epci",
                    "experience",
                    "feed",
                    "highlight",
                    "lineage",
                    "log",
                    "mandate",
                    "moderation",
                    "objective",
                    "partner",
                    "past",
                    "proof",
                    "signatory",
                    "tag",
                    "territory",
                    "version",
                    "working-day");

    @GetMapping("/aide")
    String help(Exchange exchange) {
        exchange.add("axes", Axes.ALL).add("fields", FIELDS).add("steps", STEPS);
        return page(exchange, "help", "/aide", false);
    }

    @GetMapping("/aide/glossaire")
    String glossary(Exchange exchange) {
        exchange.add("terms", TERMS);
        return page(exchange, "glossary", "/aide/glossaire", true);
    }

    @GetMapping("/a-propos")
    String about(Exchange exchange) {
        return page(exchange, "about", "/a-propos", false);
    }

    @GetMapping("/contact")
    String contact(Exchange exchange) {
        exchange.add("team", contact);
        return page(exchange, "contact", "/contact", false);
    }

    private String page(Exchange exchange, String name, String path, boolean ofHelp) {
        String title = words.message(name + ".title");
        List<Crumb> way =
                ofHelp ? List.of(Crumb.to(words.message("help.title"), "/aide")) : List.of();
        exchange.add(Crumb.TRAIL, Crumb.and(way, Crumb.here(title, false)))
                .add(
                        Shared.ATTRIBUTE,
                        Shared.page(title + " · Relais", words.message(name + ".lead"), path));
        return "help/" + name;
    }
}
