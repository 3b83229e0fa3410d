package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.teststack.Answer;

/**
 * Who may do what: every call by every kind of caller.
 *
 * <p>A call that changes something is made so that a rule stops it even for those who may: with
 * nothing in it (422), or out of place (409). All rules are checked together and the gravest reason
 * decides, so that 403 says that the caller is the trouble and 422 or 409 that it is not. Nothing
 * changes, and every caller meets the same state.
 */
class AuthoritiesIT extends RunningService {

    private static final List<String> CALLERS =
            List.of(
                    "anyone",
                    "other partner",
                    "signatory",
                    "drafter",
                    "secretary",
                    "analyst",
                    "operator");

    /** What to send, and the statuses in the order of the callers. */
    private static final String TABLE =
            """
            GET    /contributions                                 |       | 200 200 200 200 200 200 200
            POST   /contributions                                 | {}    | 401 403 422 422 422 403 403
            GET    {draft}                                        |       | 404 404 200 200 200 404 404
            GET    {draft}/board                                  |       | 404 404 200 200 200 404 404
            PUT    {draft}/text                                   | {}    | 401 404 403 422 403 404 404
            GET    {draft}/working-copy                           |       | 401 404 403 200 403 404 404
            PUT    {draft}/working-copy                           | TITLE | 401 404 403 412 403 404 404
            DELETE {draft}/working-copy                           |       | 401 404 403 412 403 404 404
            POST   {draft}/evidence                               | {}    | 401 404 403 422 403 404 404
            DELETE {draft}/evidence/x-none                        |       | 401 404 403 404 403 404 404
            POST   {draft}/amendments                             | {}    | 401 404 422 422 403 404 404
            GET    {draft}/amendments/{amendment}                 |       | 404 404 200 200 200 404 404
            POST   {draft}/amendments/{amendment}/acceptance      | NOTE  | 401 404 403 422 403 404 404
            POST   {draft}/amendments/{amendment}/rejection       | {}    | 401 404 403 422 403 404 404
            POST   {draft}/amendments/{amendment}/withdrawal      | LONG  | 401 404 422 403 403 404 404
            POST   {draft}/consultation                           | {}    | 401 404 403 403 409 404 404
            POST   {draft}/consultation/closure                   | {}    | 401 404 403 403 409 404 404
            POST   {draft}/adoption                               | {}    | 401 404 403 403 409 404 404
            POST   {draft}/withdrawal                             | {}    | 401 404 403 422 422 404 404
            GET    {consulted}                                    |       | 200 200 200 200 200 200 200
            GET    {consulted}/board                              |       | 200 200 200 200 200 200 200
            PUT    {consulted}/text                               | {}    | 401 403 403 409 403 403 403
            PUT    {consulted}/positions                          | {}    | 401 403 422 422 403 403 403
            POST   {consulted}/consultation/closure               | {}    | 401 403 403 403 422 403 403
            POST   {consulted}/adoption                           | {}    | 401 403 403 403 409 403 403
            POST   {consulted}/withdrawal                         | {}    | 401 403 403 422 422 403 403
            GET    /objectives                                    |       | 200 200 200 200 200 200 200
            POST   /objectives                                    | {}    | 401 403 403 403 422 403 403
            GET    {objective}                                    |       | 200 200 200 200 200 200 200
            PUT    {objective}                                    | {}    | 401 403 403 403 422 403 403
            POST   {objective}/measures                           | {}    | 401 403 403 422 422 403 403
            POST   {objective}/withdrawal                         | {}    | 401 403 403 403 422 403 403
            GET    /actions                                       |       | 200 200 200 200 200 200 200
            POST   /actions                                       | {}    | 401 403 403 403 422 403 403
            GET    {action}                                       |       | 200 200 200 200 200 200 200
            PUT    {action}                                       | {}    | 401 403 403 422 422 403 403
            POST   {action}/progress                              | {}    | 401 403 403 422 422 403 403
            POST   {action}/completion                            | LATE  | 401 403 403 422 422 403 403
            POST   {action}/abandonment                           | {}    | 401 403 403 422 422 403 403
            GET    /working-days                                  |       | 200 200 200 200 200 200 200
            POST   /working-days                                  | {}    | 401 403 403 403 422 403 403
            GET    {day}                                          |       | 200 200 200 200 200 200 200
            PUT    {day}                                          | {}    | 401 403 403 403 422 403 403
            POST   {day}/cancellation                             | {}    | 401 403 403 403 422 403 403
            POST   {day}/agenda                                   | {}    | 401 403 422 422 422 403 403
            DELETE {day}/agenda/ai-none                           |       | 401 403 403 403 404 403 403
            POST   {day}/minutes                                  | {}    | 401 403 403 403 409 403 403
            GET    /messages?subject={objective.id}               |       | 200 200 200 200 200 200 200
            POST   /messages                                      | {}    | 401 422 422 422 422 403 403
            POST   {message}/redaction                            | LONG  | 401 403 403 422 422 403 403
            DELETE /mandates/m-nobody/messages                    |       | 401 403 403 403 403 403 204
            POST   /imports                                       | {}    | 401 403 403 403 403 403 400
            GET    /parked                                        |       | 401 403 403 403 403 403 200
            GET    /parked/x-none                                 |       | 401 403 403 403 403 403 404
            POST   /parked/x-none/redrive                         | {}    | 401 403 403 403 403 403 404
            POST   /parked/x-none/skip                            | {}    | 401 403 403 403 403 403 400
            """;

    private static final Map<String, String> REFUSED =
            ISSUER.refused("loiret", "p-loiret", "m-loiret", "partner", "committee", "operator");

    private static final Map<String, String> BODIES =
            Map.of(
                    "TITLE", json(map("title", "Autre")),
                    "LONG", json(map("reason", "x".repeat(2_001))),
                    "NOTE", json(map("comment", "x".repeat(2_001))),
                    "LATE", json(map("completedOn", "2999-01-01")));

    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeAll
    void makeWhatIsCalled() {
        ContributionCalls calls = new ContributionCalls(api);
        String draft = calls.open(LOIRET);
        String section =
                calls.read(draft, LOIRET).body().path("sections").get(0).path("id").asString("");
        String amendment =
                done(calls.post(
                                draft,
                                "/amendments",
                                BESANCON,
                                map(
                                        "section",
                                        section,
                                        "basedOn",
                                        2,
                                        "body",
                                        "Deux postes par élève.",
                                        "reason",
                                        "L’usage")))
                        .text("amendment");
        done(api.put("/contributions/" + draft + "/working-copy", LOIRET, "{}"));
        String consulted = calls.open(LOIRET);
        done(calls.consult(consulted, COMMITTEE, clock.instant()));
        names.put("draft", "/contributions/" + draft);
        names.put("amendment", amendment);
        names.put("consulted", "/contributions/" + consulted);
        String objective =
                create(
                        "/objectives",
                        COMMITTEE,
                        map(
                                "axis", "INFRASTRUCTURE",
                                "title", "Raccorder les collèges",
                                "indicator", "Collèges raccordés",
                                "unit", "%",
                                "target", 100,
                                "dueOn", inAYear(),
                                "steward", "p-loiret"));
        names.put("objective", objective);
        names.put("objective.id", objective.substring("/objectives/".length()));
        names.put(
                "action",
                create(
                        "/actions",
                        COMMITTEE,
                        map(
                                "title", "Raccorder les collèges du Loiret",
                                "lead", "p-loiret",
                                "territory", "departement:45",
                                "axes", List.of("INFRASTRUCTURE"),
                                "dueOn", inAYear())));
        names.put(
                "day",
                create(
                        "/working-days",
                        COMMITTEE,
                        map(
                                "date", inAYear(),
                                "place", "Lyon",
                                "theme", "Gouvernance partagée")));
        names.put(
                "message",
                create(
                        "/messages",
                        LOIRET,
                        map("subject", names.get("objective.id"), "text", "Bonjour")));
    }

    private String create(String path, String token, Map<String, Object> body) {
        return path + "/" + done(api.post(path, token, json(body))).text("id");
    }

    static List<Row> rows() {
        return TABLE.lines().map(Row::of).toList();
    }

    record Row(String method, String path, String body, List<Integer> statuses) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            String[] call = cells[0].strip().split(" +", 2);
            return new Row(
                    call[0],
                    call[1],
                    cells[1].strip(),
                    Arrays.stream(cells[2].strip().split(" ")).map(Integer::valueOf).toList());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachCallerMayDoWhatTheTableSays(Row row) {
        String path = path(row);
        List<@Nullable String> tokens =
                Arrays.asList(null, ORLEANS, BESANCON, LOIRET, COMMITTEE, ANALYST, OPERATOR);
        List<String> found = new ArrayList<>();
        List<String> expected =
                IntStream.range(0, CALLERS.size())
                        .mapToObj(i -> CALLERS.get(i) + ": " + row.statuses().get(i))
                        .toList();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS.size(); i++) {
            Answer answer = call(row, path, tokens.get(i));
            found.add(CALLERS.get(i) + ": " + answer.status());
            answers.add(answer.problem() + answer.violations());
        }
        assertThat(found).as("%s %s", row, answers).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsNoAccessTokenOpensNoCall(Row row) {
        String path = path(row);
        REFUSED.forEach(
                (fault, token) -> {
                    Answer answer = call(row, path, token);
                    assertThat(answer.status()).as("%s %s", row, fault).isEqualTo(401);
                    assertThat(answer.problem()).isEqualTo("invalid-token");
                });
    }

    private String path(Row row) {
        String path = row.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path;
    }

    private Answer call(Row row, String path, @Nullable String token) {
        String body = BODIES.getOrDefault(row.body(), row.body());
        String[] headers = {"If-Match", version(path)};
        return switch (row.method()) {
            case "GET" -> api.get(path, token);
            case "POST" -> api.post(path, token, body, headers);
            case "PUT" -> api.put(path, token, body, headers);
            case "DELETE" -> api.delete(path, token, headers);
            default -> throw new IllegalArgumentException(row.method());
        };
    }

    /** The version of what a path changes, as one who sees it would name it. */
    private String version(String path) {
        if (path.endsWith("/working-copy")) {
            return "\"99\"";
        }
        Optional<String> changed =
                List.of("draft", "consulted", "objective", "action", "day").stream()
                        .map(name -> names.getOrDefault(name, ""))
                        .filter(path::startsWith)
                        .findFirst();
        return changed.map(of -> api.get(of, LOIRET).header("ETag")).orElse("\"1\"");
    }
}
