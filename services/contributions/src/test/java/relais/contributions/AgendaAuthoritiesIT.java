package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import relais.teststack.Answer;

/** Every call on objectives, actions and working days by everyone, each on a thing of its own. */
class AgendaAuthoritiesIT extends RunningService {

    /** Nobody, of a partner that has not signed, of one that has, of the steward and lead, … */
    private static final List<@Nullable String> CALLERS =
            Arrays.asList(
                    null, ORLEANS, GRAND_EST, LOIRET, SUSPENDED, ENDED, COMMITTEE, ANALYST,
                    OPERATOR);

    private static final String TABLE =
            """
            call                              | nobody stranger signatory lead suspended ended secretary analyst operator
            GET /objectives                   | 200 200 200 200 200 200 200 200 200
            POST /objectives                  | 401 403 403 403 403 403 201 403 403
            GET /objectives/{id}              | 200 200 200 200 200 200 200 200 200
            PUT /objectives/{id}              | 401 403 403 403 403 403 200 403 403
            POST /objectives/{id}/measures    | 401 403 403 200 403 403 200 403 403
            POST /objectives/{id}/withdrawal  | 401 403 403 403 403 403 200 403 403
            GET /actions                      | 200 200 200 200 200 200 200 200 200
            POST /actions                     | 401 403 403 403 403 403 201 403 403
            GET /actions/{id}                 | 200 200 200 200 200 200 200 200 200
            PUT /actions/{id}                 | 401 403 403 200 403 403 200 403 403
            POST /actions/{id}/progress       | 401 403 403 200 403 403 200 403 403
            POST /actions/{id}/completion     | 401 403 403 200 403 403 200 403 403
            POST /actions/{id}/abandonment    | 401 403 403 200 403 403 200 403 403
            GET /working-days                 | 200 200 200 200 200 200 200 200 200
            POST /working-days                | 401 403 403 403 403 403 201 403 403
            GET /working-days/{id}            | 200 200 200 200 200 200 200 200 200
            PUT /working-days/{id}            | 401 403 403 403 403 403 200 403 403
            POST /working-days/{id}/cancellation | 401 403 403 403 403 403 200 403 403
            POST /working-days/{id}/agenda    | 401 403 201 201 403 403 201 403 403
            DELETE /working-days/{id}/agenda/{item} | 401 403 403 403 403 403 200 403 403
            POST /working-days/{id}/minutes   | 401 403 403 403 403 403 200 403 403
            """;

    private AgendaCalls calls;
    private String today = "";

    @BeforeAll
    void call() {
        calls = new AgendaCalls(api);
        today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    }

    @TestFactory
    Stream<DynamicTest> everyCallByEveryone() {
        return TABLE.lines().skip(1).flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(String line) {
        String call = line.substring(0, line.indexOf('|')).strip();
        String[] statuses = line.substring(line.indexOf('|') + 1).strip().split(" ", -1);
        assertThat(statuses).hasSameSizeAs(CALLERS);
        return IntStream.range(0, statuses.length)
                .mapToObj(
                        i ->
                                dynamicTest(
                                        call + " by " + i + ": " + statuses[i],
                                        () -> check(call, CALLERS.get(i), statuses[i])));
    }

    private void check(String call, @Nullable String token, String status) {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        String collection = "/" + path.split("/", -1)[1];
        String[] headers = {};
        if (path.contains("{id}")) {
            String id = calls.create(collection, COMMITTEE, creation(collection));
            path = path.replace("{id}", id);
            headers = new String[] {"If-Match", "\"1\""};
        }
        if (path.contains("{item}")) {
            String thing = path.substring(0, path.indexOf("/agenda"));
            Answer added = calls.post(thing, "/agenda", COMMITTEE, "{\"label\": \"Divers\"}");
            path = path.replace("{item}", added.text("item"));
            headers = new String[] {"If-Match", added.header("ETag")};
        }
        Answer answer =
                switch (method) {
                    case "GET" -> api.get(path, token);
                    case "PUT" -> api.put(path, token, creation(collection), headers);
                    case "DELETE" -> api.delete(path, token, headers);
                    default -> api.post(path, token, body(path, collection), headers);
                };
        assertThat(answer.status())
                .as(answer.body().toString())
                .isEqualTo(Integer.parseInt(status));
    }

    private String creation(String collection) {
        return switch (collection) {
            case "/objectives" -> AgendaCalls.objective("Qui peut quoi");
            case "/actions" -> AgendaCalls.plan("Qui peut quoi", "2029-08-31", "");
            default -> AgendaCalls.meeting(today);
        };
    }

    private String body(String path, String collection) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "measures" -> "{\"value\": 50}";
            case "progress" -> "{\"percent\": 50, \"report\": \"À moitié\"}";
            case "completion" -> "{}";
            case "agenda" -> "{\"label\": \"Divers\"}";
            case "minutes" -> "{\"text\": \"# Compte rendu\"}";
            case "withdrawal", "abandonment", "cancellation" -> "{\"reason\": \"Essai\"}";
            default -> creation(collection);
        };
    }
}
