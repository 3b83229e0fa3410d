package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What README and the tour tell a newcomer to paste is pasted here, block by block into one shell.
 */
class ReadmeTourIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, Integer> PORTS =
            Map.of(
                    "partners", 8081,
                    "experiences", 8082,
                    "contributions", 8083,
                    "feed", 8084,
                    "history", 8085);

    private final Stack stack = Stack.shared();

    @Test
    void everyLineOfTheTourDoesWhatItSays() throws Exception {
        Path root = stack.settings().distribution().root();
        List<String> blocks = new ArrayList<>();
        for (String page : List.of("README.md", "docs/tour.md")) {
            List<String> ofPage = blocks(Files.readString(root.resolve(page)));
            assertThat(ofPage).as(page).hasSizeGreaterThanOrEqualTo(5);
            blocks.addAll(ofPage);
        }

        String said = paste(root, blocks);

        assertThat(said)
                .contains("Atelier de codage à la médiathèque", "PUBLISHED", "Besançon")
                .contains("\"op\"", "deux animateurs")
                .contains("Midi-Pyrénées")
                .contains("REVISED", "true  There is a quorum", "# Depuis la dernière journée")
                .containsPattern("digest [0-9a-f]{64}")
                .doesNotContain("\"status\": 5", "command not found", "parse error");
    }

    /** One shell for all blocks, as in a newcomer's terminal; a line that fails ends it. */
    private String paste(Path root, List<String> blocks) throws Exception {
        Path script = Files.createTempFile("relais-tour", ".sh");
        Files.writeString(
                script,
                Stream.concat(
                                Stream.of("set -euo pipefail"),
                                blocks.stream().map(this::onThisStack))
                        .collect(java.util.stream.Collectors.joining("\n")));
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
        bash.directory(root.toFile()).redirectErrorStream(true);
        bash.environment().putAll(environment());
        try {
            Process shell = bash.start();
            shell.getOutputStream().close();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(said).isZero();
            return said;
        } finally {
            Files.delete(script);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "RELAIS_HOME",
                stack.settings().home().toString(),
                "RELAIS_IDENTITY_PORT",
                Integer.toString(stack.settings().ports().of("identity")),
                "LC_ALL",
                "C.UTF-8");
    }

    private String onThisStack(String block) {
        String here = block;
        for (Map.Entry<String, Integer> part : PORTS.entrySet()) {
            here =
                    here.replace(
                            "localhost:" + part.getValue(),
                            "localhost:" + stack.settings().ports().of(part.getKey()));
        }
        return here;
    }

    private static List<String> blocks(String readme) throws IOException {
        Matcher matcher = BLOCK.matcher(readme);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
