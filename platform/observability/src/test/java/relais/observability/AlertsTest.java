package relais.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The alerts of {@code infra/observability/prometheus}, their tests and their runbooks. */
class AlertsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path PROMETHEUS = ROOT.resolve("infra/observability/prometheus");
    private static final Path RUNBOOKS = ROOT.resolve("docs/runbooks");
    private static final Path COMMANDS =
            ROOT.resolve("infra/local/src/main/java/relais/local/command");

    private static final Pattern COMMAND = Pattern.compile("@Command\\(\\s*name = \"([a-z]+)\"");
    private static final Pattern CALL = Pattern.compile("\\./relais ([a-z]+)");

    @Test
    void prometheusReadsItsConfiguration() throws Exception {
        promtool("check", "config", "--syntax-only", "prometheus.yml");
        promtool("check", "rules", "alerts.yml");
    }

    @Test
    void alertsFireOnWhatTheyAreForAndAreSilentBesideIt() throws Exception {
        promtool("test", "rules", "alerts.test.yml");
    }

    @Test
    void eachAlertIsSeenFiringByATest() throws IOException {
        Set<String> fired =
                list(yaml("alerts.test.yml"), "tests").stream()
                        .flatMap(test -> list(test, "alert_rule_test").stream())
                        .filter(test -> !list(test, "exp_alerts").isEmpty())
                        .map(test -> text(test, "alertname"))
                        .collect(Collectors.toSet());

        assertThat(fired).isEqualTo(alerts().keySet());
    }

    @Test
    void eachAlertLeadsToAPageOfItsOwn() throws IOException {
        Map<String, Map<?, ?>> alerts = alerts();
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(alerts.keySet());
        }
        alerts.forEach(
                (name, alert) ->
                        assertThat(alert.get("annotations"))
                                .asInstanceOf(InstanceOfAssertFactories.MAP)
                                .containsKey("summary")
                                .containsEntry("runbook", "docs/runbooks/" + name + ".md"));
    }

    @Test
    void aPageSaysWhatItMeansHowToLookAndWhatToDo() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (Path source : files(COMMANDS)) {
            commands.addAll(found(COMMAND, Files.readString(source)));
        }
        assertThat(commands).contains("status", "logs");

        for (Path page : files(RUNBOOKS)) {
            String text = Files.readString(page);
            assertThat(text)
                    .startsWith("# " + page.getFileName().toString().replace(".md", "\n"))
                    .contains("\n## How to look\n", "\n## What to do\n");
            assertThat(commands).as(page.toString()).containsAll(found(CALL, text));
        }
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))),
                "promtool is missing, so alerts are not tested: apt-get install"
                        + " --no-install-recommends prometheus");
        Process process =
                new ProcessBuilder(
                                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList())
                        .directory(PROMETHEUS.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static Map<String, Map<?, ?>> alerts() throws IOException {
        return list(yaml("alerts.yml"), "groups").stream()
                .flatMap(group -> list(group, "rules").stream())
                .filter(rule -> rule.containsKey("alert"))
                .collect(Collectors.toMap(rule -> text(rule, "alert"), rule -> rule));
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(PROMETHEUS.resolve(file)));
    }

    private static List<Map<?, ?>> list(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> entries
                ? entries.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList()
                : List.of();
    }

    private static String text(Map<?, ?> of, String key) {
        return String.valueOf(of.get(key));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }
}
