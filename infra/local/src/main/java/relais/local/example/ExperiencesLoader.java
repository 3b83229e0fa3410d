package relais.local.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.local.call.ServiceCalls.Answer;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.databind.JsonNode;

/**
 * Imports the experiences of the example data, once the experiences service has heard of their
 * partners.
 */
record ExperiencesLoader(Api api) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    /** Refusals that end when the service has heard more of a partner. */
    private static final Set<String> OF_PARTNERS =
            Set.of("partner-unknown", "reviews-its-territory", "committee-only");

    ExampleData.ImportedExperiences load() {
        awaitPartners();
        JsonNode report = post("/imports", ExampleFile.EXPERIENCES.text());
        List<JsonNode> refused =
                rows(report)
                        .filter(row -> row.path("outcome").asString("").equals("REFUSED"))
                        .toList();
        if (!refused.isEmpty()) {
            String lines =
                    refused.stream().map(ExperiencesLoader::line).collect(Collectors.joining("\n"));
            throw new Problem("example.rows-refused", refused.size(), lines);
        }
        return new ExampleData.ImportedExperiences(
                new ExampleData.ImportedRows(
                        count(report, "CREATED"),
                        count(report, "APPLIED"),
                        count(report, "UNCHANGED")),
                ids(report));
    }

    /**
     * A row refused because the service has not heard yet of its partner, or of its partner's
     * admission to the committee, would make later rows of the same experience overtake it, and
     * dates never go back: so nothing is imported before a rehearsal refuses no row for want of
     * that.
     */
    private void awaitPartners() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<String> unknown = unknownPartners();
        while (!unknown.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new Problem(
                        "example.partners-unknown",
                        PATIENCE.toSeconds(),
                        String.join(", ", unknown));
            }
            Pause.of(BETWEEN, "example.interrupted");
            unknown = unknownPartners();
        }
    }

    private Set<String> unknownPartners() {
        List<JsonNode> rehearsed =
                rows(post("/imports/rehearsal", ExampleFile.EXPERIENCES.text())).toList();
        List<Map<String, String>> rows = ExampleFile.EXPERIENCES.rows();
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < rehearsed.size(); i++) {
            if (isForWantOfItsPartner(rehearsed.get(i))) {
                unknown.add(Objects.requireNonNull(rows.get(i).get("partner")));
            }
        }
        return unknown;
    }

    private static boolean isForWantOfItsPartner(JsonNode row) {
        return row.path("violations")
                .valueStream()
                .anyMatch(violation -> OF_PARTNERS.contains(violation.path("code").asString("")));
    }

    private JsonNode post(String path, String csv) {
        return Api.accepted("imports", api.post(path, "text/csv;charset=UTF-8", csv));
    }

    private static Stream<JsonNode> rows(JsonNode report) {
        return report.path("rows").valueStream();
    }

    private static Map<String, String> ids(JsonNode report) {
        return rows(report)
                .collect(
                        Collectors.toMap(
                                row -> row.path("externalId").asString(""),
                                row -> row.path("id").asString(""),
                                (first, _) -> first));
    }

    private static int count(JsonNode report, String outcome) {
        return (int)
                rows(report)
                        .filter(row -> row.path("outcome").asString("").equals(outcome))
                        .count();
    }

    private static String line(JsonNode row) {
        return Messages.say(
                "example.row",
                row.path("line").asInt(),
                row.path("externalId").asString("?"),
                Answer.violations(row.path("violations")));
    }
}
