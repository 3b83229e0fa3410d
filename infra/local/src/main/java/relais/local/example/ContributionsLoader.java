package relais.local.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.local.call.ServiceCalls.Answer;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports what the committee of the example data worked on: a contribution with its evidence, an
 * objective, actions, working days.
 *
 * <p>The contributions service learns of partners and experiences from their events. A row that
 * comes too early for it is refused, and holds back the later rows of the same aggregate: so the
 * archive is simply sent again a moment later, and goes on where it was refused.
 */
final class ContributionsLoader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    /** The first refused row of an aggregate says why; those after it only that they wait. */
    private static final String HELD_BACK = "earlier-row-refused";

    /** The file names experiences as their own archive does: their ids are the service's affair. */
    private static final Pattern EXPERIENCE = Pattern.compile("\"experience:([a-z0-9-]+)\"");

    private final Api api;
    private int created;
    private int applied;

    ContributionsLoader(Api api) {
        this.api = api;
    }

    /**
     * @param experiences ids of the example's experiences, by the name that its file gives them
     */
    ExampleData.ImportedRows load(Map<String, String> experiences) {
        String archive = archive(experiences);
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode report = post(archive);
        while (isTooEarly(refused(report)) && System.nanoTime() < end) {
            Pause.of(BETWEEN, "example.interrupted");
            report = post(archive);
        }
        List<JsonNode> refused = refused(report);
        if (!refused.isEmpty()) {
            String lines =
                    refused.stream()
                            .map(row -> line(row, operation(archive, row)))
                            .collect(Collectors.joining("\n"));
            throw new Problem("example.contributions-refused", lines);
        }
        return new ExampleData.ImportedRows(
                created, applied, (int) rows(report).count() - created - applied);
    }

    static String archive(Map<String, String> experiences) {
        Matcher named = EXPERIENCE.matcher(ExampleFile.CONTRIBUTIONS.text());
        return named.replaceAll(
                match -> {
                    String id = experiences.get(match.group(1));
                    if (id == null) {
                        throw new IllegalStateException(
                                "example/contributions.json names the experience "
                                        + match.group(1)
                                        + ", which example/experiences.csv has not");
                    }
                    return "\"" + id + "\"";
                });
    }

    private JsonNode post(String archive) {
        JsonNode report =
                Api.accepted("contributions", api.post("/imports", "application/json", archive));
        created += count(report, "CREATED");
        applied += count(report, "APPLIED");
        return report;
    }

    /** Whether every refusal may pass by itself, as the service says of each. */
    private static boolean isTooEarly(List<JsonNode> refused) {
        return !refused.isEmpty()
                && refused.stream()
                        .allMatch(
                                row ->
                                        row.path("violations")
                                                .valueStream()
                                                .anyMatch(v -> v.path("retry").asBoolean(false)));
    }

    /** The rows that were judged and refused. */
    private static List<JsonNode> refused(JsonNode report) {
        return rows(report)
                .filter(row -> row.path("outcome").asString("").equals("REFUSED"))
                .filter(row -> !isHeldBack(row))
                .toList();
    }

    private static boolean isHeldBack(JsonNode row) {
        return row.path("violations")
                .valueStream()
                .anyMatch(violation -> violation.path("code").asString("").equals(HELD_BACK));
    }

    private static Stream<JsonNode> rows(JsonNode report) {
        return report.path("rows").valueStream();
    }

    private static int count(JsonNode report, String outcome) {
        return (int)
                rows(report)
                        .filter(row -> row.path("outcome").asString("").equals(outcome))
                        .count();
    }

    /** The report counts rows from 1, and need not repeat what they said. */
    private static String operation(String archive, JsonNode row) {
        return JSON.readTree(archive)
                .path("rows")
                .path(row.path("row").asInt() - 1)
                .path("operation")
                .asString("?");
    }

    private static String line(JsonNode row, String operation) {
        return Messages.say(
                "example.row",
                row.path("row").asInt(),
                operation,
                Answer.violations(row.path("violations")));
    }
}
