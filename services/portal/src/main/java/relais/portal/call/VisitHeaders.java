package relais.portal.call;

import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Puts the visit on every call: the person's token, the language, the correlation id. */
public final class VisitHeaders implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        addTo(request.getHeaders());
        return execution.execute(request, body);
    }

    /** The headers of the current visit. */
    public static void addTo(HttpHeaders headers) {
        Visit visit = Visit.current();
        if (visit.token() != null) {
            headers.setBearerAuth(visit.token());
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, visit.language().getLanguage());
        headers.set("X-Correlation-Id", visit.correlationId());
    }
}
