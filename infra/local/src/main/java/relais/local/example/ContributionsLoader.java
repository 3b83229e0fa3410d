package relais.local.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    /** The first refused row of an aggregate says why; those after it only that they wait. */
    private static final Set<String> HELD_BACK = Set.of("earlier-row-refused");

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
        Api.Imported imported = send(archive);
        while (isTooEarly(refused(imported)) && System.nanoTime() < end) {
            Pause.of(BETWEEN, "example.interrupted");
            imported = send(archive);
        }
        List<JsonNode> refused = refused(imported);
        if (!refused.isEmpty()) {
            // The report counts rows from 1, and need not repeat what they said.
            JsonNode sent = JsonMapper.shared().readTree(archive).path("rows");
            String lines =
                    refused.stream()
                            .map(row -> line(row.path("row").asInt(), sent, row))
                            .collect(Collectors.joining("\n"));
            throw new Problem("example.contributions-refused", lines);
        }
        return new ExampleData.ImportedRows(
                created, applied, imported.rows().size() - created - applied);
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

    private Api.Imported send(String archive) {
        Api.Imported imported = api.importAll("/imports", "application/json", archive);
        created += imported.count("CREATED");
        applied += imported.count("APPLIED");
        return imported;
    }

    /** Whether every refusal may pass by itself, as the service says of each. */
    private static boolean isTooEarly(List<JsonNode> refused) {
        return !refused.isEmpty() && refused.stream().allMatch(ContributionsLoader::mayPass);
    }

    private static boolean mayPass(JsonNode row) {
        return row.path("violations").valueStream().anyMatch(v -> v.path("retry").asBoolean(false));
    }

    /** The rows that were judged and refused. */
    private static List<JsonNode> refused(Api.Imported imported) {
        return imported.rows("REFUSED").stream()
                .filter(row -> !Api.isRefusedFor(HELD_BACK, row))
                .toList();
    }

    private static String line(int number, JsonNode sent, JsonNode row) {
        return Api.line(number, sent.path(number - 1).path("operation").asString("?"), row);
    }
}
