package relais.portal.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Sends changes to services, by the client of each. */
public record Changes(Calls calls, Map<Service, RestClient> clients) {

    /** Of what was deleted. */
    private static final Written NOTHING_TOLD = new Written("", 0, null);

    /**
     * Sends a change and waits for what becomes of it.
     *
     * @param variables of the page's address, which those of the service's path are among
     * @param version the header {@code If-Match}; null for something new
     * @param key the header {@code Idempotency-Key}, by which a creation that is sent twice is done
     *     once; null for what creates nothing
     */
    public Answer<Written> send(
            Service service,
            Change change,
            Map<String, String> variables,
            @Nullable String version,
            @Nullable String key) {
        return calls.ask(service, () -> sent(service, change, variables, version, key));
    }

    private Written sent(
            Service service,
            Change change,
            Map<String, String> variables,
            @Nullable String version,
            @Nullable String key) {
        var all = new HashMap<>(variables);
        all.putAll(change.variables());
        RestClient.RequestBodySpec request =
                Objects.requireNonNull(clients.get(service), service::key)
                        .method(change.method())
                        .uri(change.path(), all)
                        .accept(MediaType.APPLICATION_JSON);
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, version);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (change.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(change.body());
        }
        Written written = request.retrieve().body(Written.class);
        return written == null ? NOTHING_TOLD : written;
    }
}
