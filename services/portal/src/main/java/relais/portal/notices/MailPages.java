package relais.portal.notices;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.DemonstrationMail;
import relais.portal.api.Listing;
import relais.portal.api.NoticesApi;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.page.Exchange;

/** The mail that would have left, and the pages behind the links of mails. */
@Controller
record MailPages(Remote<NoticesApi> notices, Changes changes) {

    static final String UNSUBSCRIBE = "/desabonnement";

    static final String CONFIRM = "/confirmation";

    private static final String TOKEN = "jeton";
    private static final int LONGEST = 300;

    /** A mail's own headings stand below that of the page. */
    private static final PolicyFactory SHOWN =
            new HtmlPolicyBuilder()
                    .allowElements("p", "br", "ul", "li", "a", "span", "h3", "h4")
                    .allowElements((_, _) -> "h3", "h1")
                    .allowElements((_, _) -> "h4", "h2")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowUrlProtocols("http", "https")
                    .toFactory();

    /** A mail as the page shows it; the HTML can do nothing. */
    record ShownMail(DemonstrationMail mail, String html) {}

    @GetMapping("/courrier-de-demonstration")
    String mailbox(Exchange exchange) {
        Answer<Listing<DemonstrationMail>> found = notices.ask(NoticesApi::mailbox);
        exchange.existing("mailbox", found);
        exchange.add(
                "mails",
                found.content().map(Listing::items).orElse(List.of()).stream()
                        .map(mail -> new ShownMail(mail, SHOWN.sanitize(mail.html())))
                        .toList());
        return "notices/mailbox";
    }

    /** Asks before anything is done: programs follow links in mails, too. */
    @GetMapping(UNSUBSCRIBE)
    String ask(Exchange exchange) {
        exchange.add("token", token(exchange)).add("state", "ask");
        return "notices/unsubscribe";
    }

    /** Asks, too: a program that looks through mails is not their reader. */
    @GetMapping(CONFIRM)
    String askForAddress(Exchange exchange) {
        exchange.add("token", token(exchange)).add("state", "ask");
        return "notices/confirm";
    }

    /** By the button of the page; nobody is signed in, who may read mail on another device. */
    @PostMapping(CONFIRM)
    String confirm(Exchange exchange) {
        return show(exchange, "/confirmations", "notices/confirm");
    }

    /** By the button of the page, or by a mail program as RFC 8058 has it: nobody is signed in. */
    @PostMapping(UNSUBSCRIBE)
    String end(Exchange exchange) {
        return show(exchange, "/unsubscriptions", "notices/unsubscribe");
    }

    /** What became of the token of a link. */
    private String show(Exchange exchange, String call, String page) {
        String token = token(exchange);
        Answer<Written> answer =
                changes.send(
                        Service.NOTICES,
                        Change.post(call, Map.of("token", token)),
                        Map.of(),
                        null,
                        null);
        exchange.about(answer);
        if (answer.isRefused()) {
            exchange.response().setStatus(HttpStatus.BAD_REQUEST.value());
        }
        exchange.add("token", token)
                .add("state", answer.isOk() ? "done" : answer.isRefused() ? "forged" : "away");
        return page;
    }

    private static String token(Exchange exchange) {
        String token = Objects.requireNonNullElse(exchange.parameter(TOKEN), "");
        return token.length() > LONGEST ? "" : token;
    }
}
