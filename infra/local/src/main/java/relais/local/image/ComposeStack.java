package relais.local.image;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import relais.local.message.Problem;

/**
 * The platform of {@code docker-compose.yml} with its demo accounts and the example data, as the
 * engine's {@code compose} runs it.
 *
 * @param root the folder that holds the {@code relais} script
 */
public record ComposeStack(ContainerEngine engine, Path root) {

    private static final List<String> DEMO = List.of("--profile", "demo");

    /**
     * What {@code .env} says.
     *
     * @param images what comes before the names of the services' images
     */
    public record ComposeSettings(String images, String version, String portal, String keycloak) {}

    /** Reads {@code .env}, after it was written with random secrets if there was none. */
    public ComposeSettings settings() {
        Path file = root.resolve(".env");
        if (!Files.exists(file)) {
            run(List.of(root.resolve("infra/compose/secrets").toString()));
        }
        Properties env = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            env.load(reader);
        } catch (IOException e) {
            throw Problem.unwritable(file, e);
        }
        return new ComposeSettings(
                env.getProperty("RELAIS_IMAGES", ""),
                env.getProperty("RELAIS_VERSION", ""),
                env.getProperty("RELAIS_PORTAL_ADDRESS", ""),
                env.getProperty("RELAIS_KEYCLOAK_ADDRESS", ""));
    }

    /**
     * Starts what does not run; returns when all of it is healthy and the example data are there.
     */
    public void up() {
        compose("up", "--detach", "--scale", "example=0");
        // Run by itself it waits for the entry's health, and its exit code is known.
        compose("run", "--rm", "example");
    }

    /** Stops and removes the containers, those of other profiles too; their data stay. */
    public void down() {
        compose("--profile", "observability", "down");
    }

    private void compose(String... arguments) {
        if (!engine.hasCompose()) {
            throw new Problem("engine.no-compose", engine.name());
        }
        List<String> command = new ArrayList<>(List.of(engine.command().toString(), "compose"));
        command.addAll(DEMO);
        command.addAll(List.of(arguments));
        run(command);
    }

    /** Shows what the program says. */
    private void run(List<String> command) {
        try {
            int code =
                    new ProcessBuilder(command)
                            .directory(root.toFile())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new Problem("containers.failed", String.join(" ", command), code);
            }
        } catch (IOException e) {
            throw new Problem(e, "process.not-started", command.getFirst(), e.getMessage());
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", command.getFirst());
        }
    }
}
