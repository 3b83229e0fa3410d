package relais.local.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Imports the experiences of the example data, once the experiences service has heard of their
 * partners.
 */
final class ExperiencesLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Api api;

    ExperiencesLoader(Api api) {
        this.api = api;
    }

    ImportedExperiences load() {
        awaitPartners();
        JsonNode report = post(ExampleFile.EXPERIENCES.text());
        List<JsonNode> refused =
                rows(report)
                        .filter(row -> row.path("outcome").asString("").equals("REFUSED"))
                        .toList();
        if (!refused.isEmpty()) {
            String lines =
                    refused.stream().map(ExperiencesLoader::line).collect(Collectors.joining("\n"));
            throw Hindrance.of("example.rows-refused", refused.size(), lines);
        }
        return new ImportedExperiences(
                new ImportedRows(
                        count(report, "CREATED"),
                        count(report, "APPLIED"),
                        count(report, "UNCHANGED")),
                ids(report));
    }

    /**
     * A row refused for want of its partner would make later rows of the same experience overtake
     * it, and dates never go back: so nothing is imported before all partners are known. The probe
     * is an import of empty cards: each is refused, and the refusal says whether the partner is
     * known.
     */
    private void awaitPartners() {
        List<String> partners =
                ExampleFile.EXPERIENCES.rows().stream()
                        .map(row -> Objects.requireNonNull(row.get("partner")))
                        .distinct()
                        .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> unknown = unknownAmong(partners);
        while (!unknown.isEmpty()) {
            if (System.nanoTime() > end) {
                throw Hindrance.of(
                        "example.partners-unknown",
                        PATIENCE.toSeconds(),
                        String.join(", ", unknown));
            }
            pause();
            unknown = unknownAmong(unknown);
        }
    }

    private List<String> unknownAmong(List<String> partners) {
        String probe =
                partners.stream()
                        .map(partner -> "exemple-sonde;SUBMIT;" + partner + "\n")
                        .collect(Collectors.joining("", "externalId;operation;partner\n", ""));
        Map<Integer, String> byLine =
                IntStream.range(0, partners.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> i + 2, partners::get));
        return rows(post(probe))
                .filter(ExperiencesLoader::isForWantOfItsPartner)
                .map(row -> byLine.getOrDefault(row.path("line").asInt(), "?"))
                .toList();
    }

    private static boolean isForWantOfItsPartner(JsonNode row) {
        return row.path("violations")
                .valueStream()
                .anyMatch(
                        violation -> violation.path("code").asString("").equals("partner-unknown"));
    }

    private JsonNode post(String csv) {
        Api.Answer answer = api.post("/imports", "text/csv;charset=UTF-8", csv);
        if (!answer.succeeded()) {
            throw Hindrance.of("example.refused", "imports", answer.problem());
        }
        return answer.json();
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
        return Texts.say(
                "example.row",
                row.path("line").asInt(),
                row.path("externalId").asString("?"),
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
