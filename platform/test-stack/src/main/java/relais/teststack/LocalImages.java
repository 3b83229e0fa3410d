package relais.teststack;

import com.github.dockerjava.api.model.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The images that Docker already has: tests never download one. */
final class LocalImages {

    private LocalImages() {}

    static boolean has(Collection<String> images) {
        return mayHaveDocker()
                && DockerClientFactory.instance().isDockerAvailable()
                && tags().containsAll(images);
    }

    /** Spares a machine without Docker the long search that Testcontainers makes. */
    private static boolean mayHaveDocker() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
    }

    private static Set<String> tags() {
        return DockerClientFactory.lazyClient().listImagesCmd().exec().stream()
                .map(Image::getRepoTags)
                .filter(tags -> tags != null)
                .flatMap(Stream::of)
                .collect(Collectors.toSet());
    }
}
