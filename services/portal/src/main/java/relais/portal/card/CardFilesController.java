package relais.portal.card;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import relais.portal.call.FileTransfers;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/**
 * Pictures and documents of cards. The service says who may see which; in the place of one that is
 * not there a browser shows words that say so.
 */
@Controller
record CardFilesController(FileTransfers files, Words words) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> SIZES = Set.of("small", "large", "document");
    private static final int NOT_FOUND = HttpServletResponse.SC_NOT_FOUND;
    private static final String RETRY_SECONDS = "30";

    /**
     * @param response an argument of the call: then a handler that returns no view has answered
     */
    @GetMapping("/files/{hash}/{size}")
    @Nullable String file(
            @PathVariable String hash,
            @PathVariable String size,
            Exchange exchange,
            HttpServletResponse response)
            throws IOException {
        int status =
                HASH.matcher(hash).matches() && SIZES.contains(size)
                        ? files.pass(hash, size, response)
                        : NOT_FOUND;
        if (status == HttpServletResponse.SC_OK) {
            return null;
        }
        boolean missing = status >= 400 && status < 500;
        response.setStatus(missing ? NOT_FOUND : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        if (!missing) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (size.equals("document") || isPage(exchange.request())) {
            exchange.add("missing", missing);
            return "card/no-file";
        }
        FileTransfers.guard(response);
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.getOutputStream()
                .write(
                        sign(missing ? "files.missing" : "files.away")
                                .getBytes(StandardCharsets.UTF_8));
        return null;
    }

    /** Whether somebody goes there, and not a page that shows it. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    /** A picture of words: browsers show it whatever the status is. */
    private String sign(String key) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" width="480" height="270">\
                <rect width="480" height="270" fill="#eef0f3"/>\
                <text x="240" y="140" text-anchor="middle" font-family="sans-serif" font-size="18" \
                fill="#3a3f47">%s</text></svg>"""
                .formatted(HtmlUtils.htmlEscape(words.message(key), "UTF-8"));
    }
}
