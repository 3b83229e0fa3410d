package relais.portal.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.call.VisitHeaders;

/** Streams of other services, for the pages that listen. */
@Controller
record LiveController(LiveStreams liveStreams, LiveStreams noticeStreams) {

    private static final Logger log = LoggerFactory.getLogger(LiveController.class);
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** The same in the address: a script that connects anew cannot set a header. */
    private static final String LAST = "last";

    private static final Pattern POSITION = Pattern.compile("[A-Za-z0-9_=-]{1,4096}");

    /** The feed's new entries, under the same filters as the page that listens. */
    @GetMapping("/live")
    void live(
            @RequestParam MultiValueMap<String, String> filter,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
            @RequestParam(name = LAST, required = false) @Nullable String lastSeen,
            HttpServletResponse response)
            throws IOException {
        var headers = new HttpHeaders();
        VisitHeaders.addTo(headers);
        headers.set(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE);
        String position = last == null ? lastSeen : last;
        if (position != null && POSITION.matcher(position).matches()) {
            headers.set(LAST_EVENT_ID, position);
        }
        pass(liveStreams, address(filter), headers, response);
    }

    /**
     * That there is another notice for who is signed in: the frame of a page then asks how many.
     */
    @GetMapping("/avis/flux")
    void notices(HttpServletResponse response) throws IOException {
        var headers = new HttpHeaders();
        VisitHeaders.addTo(headers);
        headers.set(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE);
        pass(noticeStreams, "/notices/stream", headers, response);
    }

    private static void pass(
            LiveStreams streams, String address, HttpHeaders headers, HttpServletResponse response)
            throws IOException {
        try (LiveStreams.Stream stream = streams.open(address, headers)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            stream.copyTo(response.getOutputStream());
        } catch (IOException ended) {
            log.debug("A live stream ended: {}", ended.getMessage());
            if (!response.isCommitted()) {
                response.setStatus(503);
                response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            }
        }
    }

    private static String address(MultiValueMap<String, String> filter) {
        var address = UriComponentsBuilder.fromPath("/feed/stream");
        filter.forEach(
                (name, values) -> {
                    if (!name.equals(LAST)) {
                        address.queryParam(encoded(name), encodedAll(values));
                    }
                });
        return address.build(true).toUriString();
    }

    private static Object[] encodedAll(List<String> values) {
        return values.stream().map(LiveController::encoded).toArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
