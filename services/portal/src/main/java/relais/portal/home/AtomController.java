package relais.portal.home;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;
import relais.portal.api.FeedApi;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;

/** The feed for feed readers, at the portal's own address, with links to the portal's pages. */
@Controller
public record AtomController(Remote<FeedApi> feed, Addresses addresses, Names names) {

    private static final MediaType ATOM =
            new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    /** The first one is the feed's own. */
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> atom(@RequestParam MultiValueMap<String, String> parameters) {
        Pending<String> asked = feed.start(api -> api.atom(parameters));
        String title = names.ask(FeedQuery.of(parameters)).title();
        return switch (asked.answer()) {
            case Answer.Ok<String>(String document) -> {
                String ours = addresses.ofPortal(titled(document, title));
                yield ResponseEntity.ok()
                        .contentType(ATOM)
                        .body(ours.getBytes(StandardCharsets.UTF_8));
            }
            case Answer.Refused<String> refused ->
                    ResponseEntity.status(refused.refusal().status()).build();
            case Answer.Unavailable<String> _ ->
                    ResponseEntity.status(503).header("Retry-After", "30").build();
        };
    }

    /** A reader of several feeds tells them apart by what each is narrowed to. */
    private static String titled(String document, String title) {
        return TITLE.matcher(document)
                .replaceFirst(
                        Matcher.quoteReplacement(
                                "<title>" + HtmlUtils.htmlEscape(title, "UTF-8") + "</title>"));
    }

    /** Where the feed service and the portal are, without a slash at the end. */
    public record Addresses(String feed, String portal) {

        /** The feed service writes its own address into links; its paths are the portal's too. */
        String ofPortal(String document) {
            return document.replace("href=\"" + feed + "/", "href=\"" + portal + "/");
        }
    }
}
