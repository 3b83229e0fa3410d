package relais.local.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Imports what the committee of the example data worked on: a contribution with its evidence, an
 * objective, actions, working days.
 *
 * <p>The contributions service learns of partners and experiences from their events. It takes the
 * rows of an archive one after the other and stops at the first it refuses, so that a row which
 * comes too early is simply sent again a moment later, with all that come after it.
 */
final class ContributionsLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    /**
     * Besides whatever is unknown yet, what passes by itself once the signatures and publications
     * have arrived too.
     */
    private static final Set<String> TOO_EARLY =
            Set.of("signatory-only", "drafter-not-signatory", "evidence-not-published");

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
    ImportedRows load(Map<String, String> experiences) {
        String archive = archive(experiences);
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode report = post(archive);
        while (isTooEarly(refused(report)) && System.nanoTime() < end) {
            pause();
            report = post(archive);
        }
        List<JsonNode> refused = refused(report);
        if (!refused.isEmpty()) {
            String lines =
                    refused.stream()
                            .map(ContributionsLoader::line)
                            .collect(Collectors.joining("\n"));
            throw Hindrance.of("example.contributions-refused", lines);
        }
        return new ImportedRows(created, applied, (int) rows(report).count() - created - applied);
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
        Api.Answer answer = api.post("/imports", "application/json", archive);
        if (!answer.succeeded()) {
            throw Hindrance.of("example.refused", "contributions", answer.problem());
        }
        JsonNode report = answer.json();
        created += count(report, "CREATED");
        applied += count(report, "APPLIED");
        return report;
    }

    private static boolean isTooEarly(List<JsonNode> refused) {
        return !refused.isEmpty()
                && refused.stream()
                        .flatMap(row -> row.path("violations").valueStream())
                        .map(violation -> violation.path("code").asString(""))
                        .allMatch(code -> code.endsWith("-unknown") || TOO_EARLY.contains(code));
    }

    private static List<JsonNode> refused(JsonNode report) {
        return rows(report)
                .filter(row -> row.path("outcome").asString("").equals("REFUSED"))
                .toList();
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

    private static String line(JsonNode row) {
        return Texts.say(
                "example.row",
                row.path("row").asInt(),
                row.path("operation").asString("?"),
                Api.Answer.violations(row.path("violations")));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Hindrance.causedBy(e, "example.interrupted");
        }
    }
}
