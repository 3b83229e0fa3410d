package relais.portal.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.FeedApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.PublicAddress;
import relais.portal.page.Words;

/** oEmbed 1.0, in JSON alone: what another site shows for the address of a page of the portal. */
@Controller
record OEmbedController(
        Remote<FeedApi> feed, EmbedSnippet snippet, PublicAddress address, Words words) {

    private static final Pattern CARD = Pattern.compile("/cards/([A-Za-z0-9-]{1,80})");
    private static final Pattern LIST = Pattern.compile("/(?:actualite)?(\\?[^#]{0,2000})?");
    private static final int LEAST = 200;

    @GetMapping("/oembed")
    ResponseEntity<Map<String, Object>> show(
            @RequestParam String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable Integer maxwidth,
            @RequestParam(required = false) @Nullable Integer maxheight) {
        if (!format.equals("json")) {
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
        }
        String path =
                url.startsWith(address.portal()) ? url.substring(address.portal().length()) : "";
        Matcher card = CARD.matcher(path.split("[?#]", 2)[0]);
        Matcher list = LIST.matcher(path);
        int width = within(maxwidth, EmbedSnippet.WIDTH);
        int height = within(maxheight, EmbedSnippet.HEIGHT);
        if (card.matches()) {
            return ofCard(card.group(1), width, height);
        }
        if (path.isEmpty() || !list.matches()) {
            return ResponseEntity.notFound().build();
        }
        String query = list.group(1) == null ? "" : list.group(1);
        String title = words.message("feed.title");
        return said(answer(title, "/feed" + query, width, height));
    }

    private ResponseEntity<Map<String, Object>> ofCard(String id, int width, int height) {
        Answer<Card> found = feed.ask(api -> api.card(id, Questions.of()));
        if (found.isUnavailable()) {
            return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, "30").build();
        }
        Card card = found.content().orElse(null);
        if (card == null || card.textHidden() || card.kind().equals("MESSAGE")) {
            return ResponseEntity.notFound().build();
        }
        String title = card.title() == null ? words.code("kind", card.kind()) : card.title();
        Map<String, Object> said = answer(title, "/cards/" + id, width, height);
        if (card.partner() != null) {
            said.put("author_name", card.partner().name());
            said.put("author_url", address.of("/partenaires/" + card.partner().id()));
        }
        return said(said);
    }

    private Map<String, Object> answer(String title, String path, int width, int height) {
        var said = new LinkedHashMap<String, Object>();
        said.put("version", "1.0");
        said.put("type", "rich");
        said.put("title", title);
        said.put("provider_name", "Relais");
        said.put("provider_url", address.of("/"));
        said.put("html", snippet.of(path, title, String.valueOf(width), height));
        said.put("width", width);
        said.put("height", height);
        return said;
    }

    /** Scripts of other sites may read it, as they may read what it is about. */
    private static ResponseEntity<Map<String, Object>> said(Map<String, Object> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(answer);
    }

    private static int within(@Nullable Integer most, int usual) {
        return most == null ? usual : Math.max(LEAST, Math.min(most, usual));
    }
}
