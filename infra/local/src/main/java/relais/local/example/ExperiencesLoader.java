package relais.local.example;

import static relais.local.example.Api.line;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        Api.Imported imported = send("/imports");
        List<JsonNode> refused = imported.rows("REFUSED");
        if (!refused.isEmpty()) {
            String lines =
                    refused.stream()
                            .map(row -> line(row.path("line").asInt(), externalId(row, "?"), row))
                            .collect(Collectors.joining("\n"));
            throw new Problem("example.rows-refused", refused.size(), lines);
        }
        Map<String, String> ids = new HashMap<>();
        for (JsonNode row : imported.rows()) {
            ids.putIfAbsent(externalId(row, ""), row.path("id").asString(""));
        }
        int unchanged = imported.count("UNCHANGED");
        return new ExampleData.ImportedExperiences(
                new ExampleData.ImportedRows(
                        imported.count("CREATED"), imported.count("APPLIED"), unchanged),
                ids);
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
        List<JsonNode> rehearsed = send("/imports/rehearsal").rows();
        List<Map<String, String>> rows = ExampleFile.EXPERIENCES.rows();
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < rehearsed.size(); i++) {
            if (Api.isRefusedFor(OF_PARTNERS, rehearsed.get(i))) {
                unknown.add(Objects.requireNonNull(rows.get(i).get("partner")));
            }
        }
        return unknown;
    }

    private Api.Imported send(String path) {
        return api.importAll(path, "text/csv;charset=UTF-8", ExampleFile.EXPERIENCES.text());
    }

    private static String externalId(JsonNode row, String otherwise) {
        return row.path("externalId").asString(otherwise);
    }
}
