package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.HistoryApi;
import relais.portal.api.Manifest;
import relais.portal.call.Answer;
import relais.portal.call.Downloads;
import relais.portal.call.Remote;
import relais.portal.call.VisitHeaders;
import relais.portal.page.Exchange;
import relais.portal.page.Question;

/**
 * Files of the history service, streamed through the portal with the token of the person who asks:
 * it is in no address and no page. A download that breaks off on the other side breaks off here, so
 * that a part does not pass for the whole.
 */
@Controller
record DownloadController(Downloads downloads, Remote<HistoryApi> history, Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(DownloadController.class);

    private static final String EXPORTS = "/desk/analysis/exports";
    private static final List<String> EXPORT =
            Stream.concat(EventsController.FILTERS.stream(), Stream.of("upTo", "format")).toList();
    private static final List<String> SERIES =
            Stream.concat(SeriesController.NAMES.stream(), Stream.of("upTo")).toList();
    private static final Pattern EXPORT_ID = Pattern.compile("/exports/(e-[a-z0-9-]{1,60})>");
    private static final Pattern REPLAY_ID = Pattern.compile("r-[a-z0-9-]{1,60}");

    /** Of a browser that goes on where it was cut off. */
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.RANGE, HttpHeaders.IF_RANGE, HttpHeaders.IF_NONE_MATCH);

    private static final List<String> PASSED_BACK =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_DISPOSITION,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_RANGE,
                    HttpHeaders.ACCEPT_RANGES,
                    HttpHeaders.ETAG,
                    "Relais-Log-To",
                    "Relais-Log-Events",
                    "Relais-Log-Digest");

    @GetMapping(EventsController.PATH + "/download")
    @Nullable String events(Exchange exchange, HttpServletResponse response) throws IOException {
        Question question = Question.of(EXPORT, exchange.parameters());
        String page = question.without("format", "upTo").link(EventsController.PATH);
        return pass(
                exchange,
                response,
                new FileRequest(question.link("/events"), page, question.text("format"), null));
    }

    @GetMapping(SeriesController.PATH + "/csv")
    @Nullable String series(Exchange exchange, HttpServletResponse response) throws IOException {
        Question question = Question.of(SERIES, exchange.parameters());
        return pass(
                exchange,
                response,
                new FileRequest(
                        question.with("format", "csv").link("/series"),
                        question.without("upTo").link(SeriesController.PATH),
                        "csv",
                        "relais-" + question.text("metric").replaceAll("[^a-z-]", "") + ".csv"));
    }

    @GetMapping(ReplaysController.PATH + "/{id}/file")
    @Nullable String file(@PathVariable String id, Exchange exchange, HttpServletResponse response)
            throws IOException {
        String known = REPLAY_ID.matcher(id).matches() ? id : "none";
        // Somebody who asks for the file has found it; what breaks off can be fetched again from
        // there.
        SeenReplays.add(exchange.request(), known);
        String page = ReplaysController.PATH + "/" + known;
        return pass(
                exchange, response, new FileRequest("/replays/" + known + "/file", page, "", null));
    }

    /** The downloads of this session, for their manifests. */
    @GetMapping(EXPORTS)
    String exports(Exchange exchange) {
        String id = exchange.parameter("id");
        if (id != null && EXPORT_ID.matcher("/exports/" + id.strip() + ">").matches()) {
            return "redirect:" + EXPORTS + "/" + id.strip();
        }
        exchange.add("unreadable", id != null).add("exports", Exports.of(exchange.request()));
        return "analysis/exports";
    }

    @GetMapping(EXPORTS + "/{id}")
    String manifest(@PathVariable String id, Exchange exchange) {
        return show(exchange, history.ask(api -> api.manifest(id)));
    }

    @GetMapping(ReplaysController.PATH + "/{id}/manifest")
    String replayManifest(@PathVariable String id, Exchange exchange) {
        return show(exchange, history.ask(api -> api.replayManifest(id)));
    }

    private static String show(Exchange exchange, Answer<Manifest> manifest) {
        exchange.add("id", exchange.variable("id")).add("manifest", exchange.about(manifest));
        return "analysis/manifest";
    }

    /**
     * A file.
     *
     * @param name of the file, if the service gives it none
     */
    private record FileRequest(String address, String page, String format, @Nullable String name) {}

    /**
     * @param response an argument of the call: then a handler that returns no view has answered
     */
    private @Nullable String pass(
            Exchange exchange, HttpServletResponse response, FileRequest wanted)
            throws IOException {
        var headers = new HttpHeaders();
        VisitHeaders.addTo(headers);
        for (String name : PASSED_ON) {
            String value = exchange.request().getHeader(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        Downloads.Download download;
        try {
            download = downloads.open(wanted.address(), headers);
        } catch (IOException away) {
            log.warn("A download did not begin: {}", away.getMessage());
            return noFile(exchange, HttpStatus.SERVICE_UNAVAILABLE.value(), wanted.page());
        }
        try (download) {
            int status = download.status();
            if (status >= 400) {
                return noFile(exchange, status, wanted.page());
            }
            response.setStatus(status);
            if (wanted.name() != null) {
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted.name() + "\"");
            }
            PASSED_BACK.forEach(
                    name ->
                            download.header(name)
                                    .ifPresent(value -> response.setHeader(name, value)));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            exportId(download)
                    .ifPresent(
                            id -> {
                                response.setHeader(
                                        HttpHeaders.LINK,
                                        "<" + EXPORTS + "/" + id + ">; rel=\"describedby\"");
                                var begun =
                                        new Exports.Begun(
                                                id,
                                                wanted.format(),
                                                wanted.page(),
                                                clock.instant());
                                Exports.add(exchange.request(), begun);
                            });
            download.copyTo(response.getOutputStream());
            return null;
        }
    }

    private static Optional<String> exportId(Downloads.Download download) {
        return download.header(HttpHeaders.LINK)
                .map(EXPORT_ID::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private static String noFile(Exchange exchange, int status, String page) {
        exchange.response().setStatus(status);
        exchange.add("status", status).add("page", page);
        return "analysis/no-file";
    }
}
