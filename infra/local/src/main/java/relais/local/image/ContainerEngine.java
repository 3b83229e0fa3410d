package relais.local.image;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import relais.local.message.Problem;
import relais.local.process.Program;

/**
 * Docker or Podman, by its command: both take the same arguments for what is done here.
 *
 * @param command its program
 */
public record ContainerEngine(Path command) {

    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** What a call of the engine left. */
    private record EngineAnswer(int code, String text) {}

    /**
     * The engine of this machine that answers, Docker before Podman.
     *
     * @param environment where {@code PATH} is looked up
     * @throws Problem if there is none, or none that answers: it says which and what to do
     */
    public static ContainerEngine find(Map<String, String> environment) {
        List<ContainerEngine> installed = installed(environment);
        if (installed.isEmpty()) {
            throw new Problem("engine.none");
        }
        return installed.stream()
                .filter(ContainerEngine::answers)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                        "engine.silent",
                                        installed.getFirst().name(),
                                        installed.getFirst().ask("version").text()));
    }

    /** The same where it is nothing more than welcome. */
    public static Optional<ContainerEngine> ifPresent(Map<String, String> environment) {
        return installed(environment).stream().filter(ContainerEngine::answers).findFirst();
    }

    private static List<ContainerEngine> installed(Map<String, String> environment) {
        List<Path> folders =
                Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        return Stream.of("docker", "podman")
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .map(ContainerEngine::new)
                .toList();
    }

    /** {@code docker} or {@code podman}. */
    public String name() {
        return String.valueOf(command.getFileName());
    }

    /** Whether its server is there and lets this user in. */
    private boolean answers() {
        return ask("version").code() == 0;
    }

    /** Whether this machine has the image. */
    public boolean has(String image) {
        return ask("image", "inspect", "--format", "{{.Id}}", image).code() == 0;
    }

    /** Whether it runs files such as {@code docker-compose.yml}. */
    boolean hasCompose() {
        return ask("compose", "version").code() == 0;
    }

    /** What the image takes on this machine, with what it shares with others: bytes. */
    public long size(String image) {
        EngineAnswer answer = ask("image", "inspect", "--format", "{{.Size}}", image);
        if (answer.code() != 0) {
            throw new Problem("engine.failed", name(), answer.text());
        }
        return Long.parseLong(answer.text());
    }

    /** Ends and removes a container, if there is one of that name. */
    public void remove(String container) {
        ask("rm", "--force", container);
    }

    /** A call of the engine whose output goes to a log. */
    public Program program(String title, Path directory, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addFirst(command.toString());
        return new Program(title, all, Map.of(), directory);
    }

    private EngineAnswer ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addFirst(command.toString());
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new EngineAnswer(1, "…");
            }
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new EngineAnswer(process.exitValue(), text.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", name());
        }
    }
}
