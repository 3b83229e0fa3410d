package relais.portal.call;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import relais.portal.api.SentFile;

/**
 * Pictures and documents on their way between a browser and the service of experiences. None is
 * held in memory.
 *
 * @param experiences a client that passes a body on while it reads it
 */
public record FileTransfers(Calls calls, RestClient experiences) {

    private static final Logger log = LoggerFactory.getLogger(FileTransfers.class);
    private static final List<String> PASSED_BACK =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.CONTENT_DISPOSITION);

    /**
     * Whatever else they are, they are no pages of the portal. A browser that shows a picture alone
     * puts it into a page, with styles of its own.
     */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /**
     * Sends a file, and waits for what is found of it.
     *
     * @param use {@code picture} or {@code document}
     */
    public Answer<SentFile> send(String use, Resource file) {
        return calls.ask(
                Service.EXPERIENCES,
                () ->
                        Objects.requireNonNull(
                                experiences
                                        .post()
                                        .uri("/files?use={use}", use)
                                        .headers(VisitHeaders::addTo)
                                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                        .accept(MediaType.APPLICATION_JSON)
                                        .body(file)
                                        .retrieve()
                                        .body(SentFile.class)));
    }

    /**
     * Passes a file on to a browser.
     *
     * @return the status of the service's answer; if it is not 200 nothing was passed on
     */
    public int pass(String hash, String size, HttpServletResponse response) {
        try {
            return experiences
                    .get()
                    .uri("/files/{hash}?size={size}", hash, size)
                    .headers(VisitHeaders::addTo)
                    .exchangeForRequiredValue(
                            (_, answer) -> {
                                int status = answer.getStatusCode().value();
                                if (status == HttpServletResponse.SC_OK) {
                                    pass(answer.getHeaders(), answer.getBody(), response);
                                }
                                return status;
                            });
        } catch (ResourceAccessException away) {
            if (response.isCommitted()) {
                throw away;
            }
            log.warn("A file does not come: {}", away.getMessage());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }

    private static void pass(HttpHeaders headers, InputStream body, HttpServletResponse response)
            throws IOException {
        for (String name : PASSED_BACK) {
            String value = headers.getFirst(name);
            if (value != null) {
                response.setHeader(name, value);
            }
        }
        guard(response);
        StreamUtils.copy(body, response.getOutputStream());
    }

    /** What is said to a browser of anything that stands at the address of a file. */
    public static void guard(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
    }
}
