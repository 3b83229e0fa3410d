package relais.portal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.portal.api.Datasets;
import relais.portal.api.HistoryApi;
import relais.portal.call.Answer;
import relais.portal.call.Downloads;
import relais.portal.call.Remote;
import relais.portal.call.VisitHeaders;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/**
 * The open data as a page; and what programs ask, handed through from the history service as it is:
 * files, catalogue, digest of every day, figures and proofs.
 */
@Controller
record OpenDataController(Remote<HistoryApi> history, Downloads downloads, Proving proving) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDataController.class);

    static final String PATH = "/donnees";

    /** What may be asked without an account, by the last part of the address. */
    private static final List<String> ASKED = List.of("datasets", "proofs", "series", "compare");

    private static final Map<String, String> NAMED =
            Map.of(
                    "catalogue.ttl", "/catalog.ttl",
                    "catalogue.jsonld", "/catalog.jsonld",
                    "empreintes", "/datasets/digests",
                    "signatures", "/datasets/signatures",
                    "cles", "/datasets/keys");

    /** Of a file, whose name says its form. */
    private static final String ANYTHING = MediaType.ALL_VALUE;

    private static final List<String> PASSED_ON =
            List.of(
                    HttpHeaders.RANGE,
                    HttpHeaders.IF_RANGE,
                    HttpHeaders.IF_NONE_MATCH,
                    HttpHeaders.ACCEPT_LANGUAGE);

    private static final List<String> PASSED_BACK =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_DISPOSITION,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_RANGE,
                    HttpHeaders.ACCEPT_RANGES,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.ETAG,
                    HttpHeaders.RETRY_AFTER,
                    "Relais-Log-To",
                    "Relais-Log-Events",
                    "Relais-Log-Repeats",
                    "Relais-Log-Digest",
                    "Relais-Figures-Digest");

    @GetMapping(PATH)
    String page(Exchange exchange) {
        Answer<Datasets> edition = history.ask(HistoryApi::datasets);
        // That none is made yet is said, and no fault.
        exchange.add("edition", edition.isRefused() ? edition : exchange.about(edition))
                .add("command", proving.command());
        return "opendata/open-data";
    }

    @GetMapping(PATH + "/{name:catalogue\\.ttl|catalogue\\.jsonld|empreintes|signatures|cles}")
    void named(@PathVariable String name, Exchange exchange, HttpServletResponse response)
            throws IOException {
        pass(String.valueOf(NAMED.get(name)) + query(exchange), ANYTHING, exchange, response);
    }

    @GetMapping(PATH + "/fichiers/{edition:latest|\\d{1,9}}/{file:[a-z]+\\.[a-z.]+}")
    void file(
            @PathVariable String edition,
            @PathVariable String file,
            Exchange exchange,
            HttpServletResponse response)
            throws IOException {
        pass("/datasets/" + edition + "/" + file, ANYTHING, exchange, response);
    }

    /** The same under the names that the history service has for it. */
    @GetMapping(PATH + "/api/datasets/{edition:latest|\\d{1,9}}/{file:[a-z]+\\.[a-z.]+}")
    void fileOfTheInterface(
            @PathVariable String edition,
            @PathVariable String file,
            Exchange exchange,
            HttpServletResponse response)
            throws IOException {
        file(edition, file, exchange, response);
    }

    @GetMapping(PATH + "/api/{call:[a-z]+}")
    void asked(@PathVariable String call, Exchange exchange, HttpServletResponse response)
            throws IOException {
        if (!ASKED.contains(call)) {
            throw new NotFound();
        }
        String accepted = exchange.request().getHeader(HttpHeaders.ACCEPT);
        pass(
                "/" + call + query(exchange),
                accepted == null ? ANYTHING : accepted,
                exchange,
                response);
    }

    private static String query(Exchange exchange) {
        String query = exchange.request().getQueryString();
        return query == null ? "" : "?" + query;
    }

    private void pass(
            String address, String accepted, Exchange exchange, HttpServletResponse response)
            throws IOException {
        var headers = new HttpHeaders();
        VisitHeaders.addTo(headers);
        headers.set(HttpHeaders.ACCEPT, accepted);
        // Anyone is told the same here, with or without an account.
        headers.remove(HttpHeaders.AUTHORIZATION);
        for (String name : PASSED_ON) {
            String value = exchange.request().getHeader(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        Downloads.@Nullable Download download = open(address, headers);
        if (download == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try (download) {
            response.setStatus(download.status());
            PASSED_BACK.forEach(
                    name ->
                            download.header(name)
                                    .ifPresent(value -> response.setHeader(name, value)));
            download.copyTo(response.getOutputStream());
        }
    }

    private Downloads.@Nullable Download open(String address, HttpHeaders headers) {
        try {
            return downloads.open(address, headers);
        } catch (IOException | IllegalArgumentException away) {
            LOG.warn("The open data is not handed out: {}", away.getMessage());
            return null;
        }
    }
}
