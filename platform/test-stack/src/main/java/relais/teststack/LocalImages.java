package relais.teststack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The images that Docker already has. Its command is asked, not Testcontainers, whose every
 * connection begins with a container that removes others, downloaded if need be.
 */
final class LocalImages {

    private static final long SECONDS = 10;

    /** What Testcontainers removes containers with, unless this variable is {@code true}. */
    private static final String REMOVER = "testcontainers/ryuk";

    private static final String WITHOUT_REMOVER = "TESTCONTAINERS_RYUK_DISABLED";

    private LocalImages() {}

    static boolean has(Collection<String> images) {
        List<String> inspect = new ArrayList<>(List.of("docker", "image", "inspect"));
        inspect.addAll(images);
        return succeeds(inspect) && needsNoOther();
    }

    private static boolean needsNoOther() {
        return Boolean.parseBoolean(System.getenv(WITHOUT_REMOVER))
                || succeeds(List.of("sh", "-c", "docker image ls -q " + REMOVER + " | grep -q ."));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
