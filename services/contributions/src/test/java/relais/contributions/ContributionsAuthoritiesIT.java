package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.teststack.Answer;

/**
 * Who may do what: every call on contributions by everyone, each on a contribution of its own in
 * which the call would do for the right caller.
 */
class ContributionsAuthoritiesIT extends RunningService {

    /** What has happened before the call. */
    enum Before {
        NOTHING,
        DRAFTED,
        /** The drafter has a working copy. */
        WORKED,
        /** The experience is cited. */
        CITED,
        /** The signatory has proposed an amendment. */
        AMENDED,
        CONSULTED,
        /** The deadline has passed with enough consents. */
        DUE
    }

    /** Nobody, someone of a partner that has not signed, of one that has, … */
    private static final List<@Nullable String> CALLERS =
            Arrays.asList(null, ORLEANS, GRAND_EST, LOIRET, COMMITTEE, ANALYST, OPERATOR);

    private static final String TABLE =
            """
            call                            | before    | nobody stranger signatory drafter secretary analyst operator
            GET                             | NOTHING   | 200 200 200 200 200 200 200
            POST                            | NOTHING   | 401 403 201 201 201 403 403
            GET /{id}                       | DRAFTED   | 404 404 200 200 200 404 404
            GET /{id}                       | CONSULTED | 200 200 200 200 200 200 200
            GET /{id}/board                 | DRAFTED   | 404 404 200 200 200 404 404
            GET /{id}/board                 | CONSULTED | 200 200 200 200 200 200 200
            GET /{id}/amendments/{am}       | AMENDED   | 404 404 200 200 200 404 404
            GET /{id}/working-copy          | WORKED    | 401 404 403 200 403 404 404
            PUT /{id}/working-copy          | DRAFTED   | 401 404 403 201 403 404 404
            DELETE /{id}/working-copy       | WORKED    | 401 404 403 204 403 404 404
            PUT /{id}/text                  | DRAFTED   | 401 404 403 200 403 404 404
            POST /{id}/evidence             | DRAFTED   | 401 404 403 200 403 404 404
            DELETE /{id}/evidence/{x}       | CITED     | 401 404 403 200 403 404 404
            POST /{id}/amendments           | DRAFTED   | 401 404 201 201 403 404 404
            POST /{id}/amendments/{am}/acceptance | AMENDED | 401 404 403 200 403 404 404
            POST /{id}/amendments/{am}/rejection  | AMENDED | 401 404 403 200 403 404 404
            POST /{id}/amendments/{am}/withdrawal | AMENDED | 401 404 200 403 403 404 404
            POST /{id}/consultation         | DRAFTED   | 401 404 403 403 200 404 404
            POST /{id}/consultation/closure | CONSULTED | 401 403 403 403 200 403 403
            PUT /{id}/positions             | CONSULTED | 401 403 200 200 403 403 403
            POST /{id}/adoption             | DUE       | 401 403 403 403 200 403 403
            POST /{id}/withdrawal           | DRAFTED   | 401 404 403 200 200 404 404
            POST /{id}/withdrawal           | CONSULTED | 401 403 403 200 200 403 403
            """;

    private ContributionCalls calls;
    private String experience = "";
    private String amendment = "";

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
        experience = publishedExperience();
    }

    static Stream<String> rows() {
        return TABLE.lines().skip(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachMayDoWhatIsTheirs(String row) {
        String[] cells = row.split("\\|", -1);
        String[] call = cells[0].strip().split(" ", -1);
        Before before = Before.valueOf(cells[1].strip());
        List<Integer> expected =
                Arrays.stream(cells[2].strip().split(" ", -1)).map(Integer::valueOf).toList();
        List<Integer> statuses =
                CALLERS.stream()
                        .map(
                                caller ->
                                        send(
                                                call[0],
                                                call.length > 1 ? call[1] : "",
                                                before,
                                                caller))
                        .map(Answer::status)
                        .toList();
        assertThat(statuses).as(row).isEqualTo(expected);
    }

    private Answer send(String method, String pattern, Before before, @Nullable String caller) {
        String id = before == Before.NOTHING ? "" : prepared(before);
        String path =
                "/contributions"
                        + pattern.replace("{id}", id)
                                .replace("{am}", amendment)
                                .replace("{x}", experience);
        String etag = before == Before.NOTHING ? "" : calls.read(id, LOIRET).header("ETag");
        String[] headers = {"If-Match", path.endsWith("working-copy") ? "\"1\"" : etag};
        String body = json(body(pattern));
        return switch (method) {
            case "GET" -> api.get(path, caller);
            case "DELETE" -> api.delete(path, caller, headers);
            case "PUT" ->
                    before == Before.DRAFTED && path.endsWith("working-copy")
                            ? api.put(path, caller, body)
                            : api.put(path, caller, body, headers);
            default ->
                    before == Before.NOTHING
                            ? api.post(path, caller, body)
                            : api.post(path, caller, body, headers);
        };
    }

    /** A body that the call takes. */
    private Map<String, ?> body(String pattern) {
        return switch (pattern) {
            case "" -> map("kind", "OPINION", "title", "Avis", "axes", List.of("USES"));
            case "/{id}/text", "/{id}/working-copy" ->
                    map("title", "Avis", "axes", List.of("USES"));
            case "/{id}/evidence" -> map("experience", experience, "version", 2);
            case "/{id}/amendments" -> amendment();
            case "/{id}/amendments/{am}/acceptance", "/{id}/adoption" -> Map.of();
            case "/{id}/consultation" ->
                    map("deadline", clock.instant().plus(Duration.ofHours(1)).toString());
            case "/{id}/positions" -> map("position", "CONSENT");
            default -> map("reason", "Parce que");
        };
    }

    private static Map<String, Object> amendment() {
        return map("section", "s-1", "basedOn", 2, "body", "Autrement.", "reason", "Parce que");
    }

    private String prepared(Before before) {
        String id = calls.open(LOIRET);
        switch (before) {
            case NOTHING, DRAFTED -> {
                // Opened is enough.
            }
            case WORKED -> done(api.put("/contributions/" + id + "/working-copy", LOIRET, "{}"));
            case CITED -> done(calls.cite(id, LOIRET, experience, 2));
            case AMENDED ->
                    amendment =
                            done(calls.post(id, "/amendments", GRAND_EST, amendment()))
                                    .text("amendment");
            case CONSULTED -> done(calls.consult(id, COMMITTEE, clock.instant()));
            case DUE -> {
                done(calls.consult(id, COMMITTEE, clock.instant()));
                for (String token : List.of(LOIRET, BESANCON, GRAND_EST)) {
                    done(calls.position(id, token, "CONSENT", null));
                }
                clock.advance(Duration.ofHours(2));
            }
        }
        return id;
    }
}
