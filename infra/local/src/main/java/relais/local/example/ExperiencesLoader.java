package relais.local.example;

import static relais.local.example.Api.line;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    /** What a file is sent for, by the column that names it. */
    private static final Map<String, String> USES =
            Map.of("pictures_hash", "picture", "documents_hash", "document");

    /** The table names files by their names: their hashes are the service's affair. */
    private static final Pattern FILE = Pattern.compile("file:([a-z0-9-]+\\.[a-z]+)");

    ExampleData.ImportedExperiences load() {
        // Files are taken for known partners only, and rows are judged with their files.
        awaitPartners(ExampleFile.EXPERIENCES.text());
        String archive = withFiles();
        awaitPartners(archive);
        Api.Imported imported = send("/imports", archive);
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
    private void awaitPartners(String archive) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<String> unknown = unknownPartners(archive);
        while (!unknown.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new Problem(
                        "example.partners-unknown",
                        PATIENCE.toSeconds(),
                        String.join(", ", unknown));
            }
            Pause.of(BETWEEN, "example.interrupted");
            unknown = unknownPartners(archive);
        }
    }

    private Set<String> unknownPartners(String archive) {
        List<JsonNode> rehearsed = send("/imports/rehearsal", archive).rows();
        List<Map<String, String>> rows = ExampleFile.EXPERIENCES.rows();
        Set<String> unknown = new TreeSet<>();
        for (int i = 0; i < rehearsed.size(); i++) {
            if (Api.isRefusedFor(OF_PARTNERS, rehearsed.get(i))) {
                unknown.add(Objects.requireNonNull(rows.get(i).get("partner")));
            }
        }
        return unknown;
    }

    /**
     * The archive, once the files that it names are sent, each for the partner of its row. The same
     * file sent again changes nothing.
     */
    private String withFiles() {
        Map<String, String> hashes = new HashMap<>();
        for (Map<String, String> row : ExampleFile.EXPERIENCES.rows()) {
            USES.forEach(
                    (column, use) ->
                            FILE.matcher(row.getOrDefault(column, ""))
                                    .results()
                                    .map(named -> named.group(1))
                                    .forEach(
                                            name ->
                                                    hashes.put(
                                                            name,
                                                            api.sendFile(
                                                                    use,
                                                                    row.getOrDefault("partner", ""),
                                                                    ExampleFile.ofCard(name)))));
        }
        return FILE.matcher(ExampleFile.EXPERIENCES.text())
                .replaceAll(named -> Objects.requireNonNull(hashes.get(named.group(1))));
    }

    private Api.Imported send(String path, String archive) {
        return api.importAll(path, "text/csv;charset=UTF-8", archive);
    }

    private static String externalId(JsonNode row, String otherwise) {
        return row.path("externalId").asString(otherwise);
    }
}
