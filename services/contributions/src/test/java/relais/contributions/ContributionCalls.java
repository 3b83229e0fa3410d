package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.teststack.Answer;
import relais.teststack.Api;
import tools.jackson.databind.json.JsonMapper;

/** Takes a contribution through its life over HTTP; each call names the version there is. */
public final class ContributionCalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;

    public ContributionCalls(Api api) {
        this.api = api;
    }

    /** Opens one, with two sections of text. Returns its id; it is at version 2 then. */
    public String open(String token, Object... namesAndValues) {
        Map<String, Object> opening = map("kind", "FRAMEWORK", "title", "Socle numérique");
        opening.put("axes", List.of("INFRASTRUCTURE"));
        opening.putAll(map(namesAndValues));
        String id = done(api.post("/contributions", token, json(opening))).text("id");
        done(
                put(
                        id,
                        "/text",
                        token,
                        map(
                                "title",
                                "Socle numérique",
                                "axes",
                                List.of("INFRASTRUCTURE"),
                                "sections",
                                List.of(
                                        Map.of("heading", "Usages", "body", "Un poste par élève."),
                                        Map.of("heading", "Réseau", "body", "Le Wi-Fi.")))));
        return id;
    }

    public Answer cite(String id, String token, String experience, long version) {
        return post(id, "/evidence", token, map("experience", experience, "version", version));
    }

    /** Consults the signatories until an hour from then. */
    public Answer consult(String id, String secretary, Instant now) {
        String deadline = now.plus(Duration.ofHours(1)).toString();
        return post(id, "/consultation", secretary, map("deadline", deadline));
    }

    public Answer position(String id, String token, String position, @Nullable String reason) {
        Map<String, Object> body = map("position", position);
        if (reason != null) {
            body.put("reason", reason);
        }
        return put(id, "/positions", token, body);
    }

    public Answer adopt(String id, String secretary) {
        return post(id, "/adoption", secretary, Map.of());
    }

    /** Drafted already: consulted on, consented to by some, and adopted after the deadline. */
    public void bringToAdoption(
            String id, String secretary, SettableClock clock, String... consenting) {
        done(consult(id, secretary, clock.instant()));
        for (String token : consenting) {
            done(position(id, token, "CONSENT", null));
        }
        clock.advance(Duration.ofHours(2));
        done(adopt(id, secretary));
    }

    public Answer read(String id, @Nullable String token) {
        return api.get("/contributions/" + id, token);
    }

    public Answer post(String id, String path, String token, Map<String, ?> body) {
        return api.post(
                "/contributions/" + id + path, token, json(body), "If-Match", etag(id, token));
    }

    public Answer put(String id, String path, String token, Map<String, ?> body) {
        return api.put(
                "/contributions/" + id + path, token, json(body), "If-Match", etag(id, token));
    }

    private String etag(String id, String token) {
        return done(read(id, token)).header("ETag");
    }

    public static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
        return answer;
    }

    public static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    public static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
