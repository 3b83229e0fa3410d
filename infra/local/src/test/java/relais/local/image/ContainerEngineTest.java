package relais.local.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.message.Problem;

class ContainerEngineTest {

    private static final String ANSWERS = "exit 0";

    @TempDir private Path folder;

    @Test
    void dockerComesBeforePodman() throws IOException {
        install("podman", ANSWERS);
        Path docker = install("docker", ANSWERS);

        assertThat(ContainerEngine.find(path())).isEqualTo(new ContainerEngine(docker));
    }

    @Test
    void podmanServesWhereDockerDoesNotAnswer() throws IOException {
        install("docker", "exit 1");
        Path podman = install("podman", ANSWERS);

        assertThat(ContainerEngine.find(path())).isEqualTo(new ContainerEngine(podman));
    }

    @Test
    void namesThePackagesWhereThereIsNone() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ContainerEngine.find(path()))
                .withMessageContaining("apt install docker.io");
        assertThat(ContainerEngine.ifPresent(path())).isEmpty();
    }

    @Test
    void tellsWhatAnEngineSaysThatDoesNotLetUsIn() throws IOException {
        install("docker", "echo permission denied >&2; exit 1");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ContainerEngine.find(path()))
                .withMessageContaining("docker")
                .withMessageContaining("permission denied");
    }

    @Test
    void knowsWhichImagesAreThereAndWhatTheyTake() throws IOException {
        Path docker =
                install("docker", "[ \"$5\" = here ] && echo 123456789 || { echo none; exit 1; }");
        ContainerEngine engine = new ContainerEngine(docker);

        assertThat(engine.has("here")).isTrue();
        assertThat(engine.has("elsewhere")).isFalse();
        assertThat(engine.size("here")).isEqualTo(123_456_789L);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> engine.size("elsewhere"))
                .withMessageContaining("none");
    }

    private Path install(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.toString());
    }
}
