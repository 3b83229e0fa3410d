package relais.teststack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import relais.local.process.Readiness;

/**
 * A part as a container on the host's network, so that its port is the same inside and outside, and
 * that one container reaches another. Stopping keeps the container: its data are there at the next
 * start.
 */
final class ContainerPart implements Part {

    private static final Duration START = Duration.ofMinutes(2);

    /** The process that a container belongs to. */
    private static final String OWNER = "relais.test-stack.owner";

    private final GenericContainer<?> container;
    private final String image;
    private final Readiness readiness;
    private boolean created;
    private boolean running;

    ContainerPart(
            String image, Map<String, String> environment, Readiness readiness, String... command) {
        this.image = image;
        this.readiness = readiness;
        this.container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withNetworkMode("host")
                        .withEnv(environment)
                        .withLabel(OWNER, Long.toString(ProcessHandle.current().pid()))
                        .waitingFor(new Answer());
        if (command.length > 0) {
            container.withCommand(command);
        }
    }

    @Override
    public String description() {
        return "container " + image;
    }

    @Override
    public void start() {
        if (running) {
            return;
        }
        if (created) {
            DockerClientFactory.lazyClient().startContainerCmd(container.getContainerId()).exec();
            awaitAnswer();
        } else {
            removeThoseOfTheDead();
            container.start();
            created = true;
        }
        running = true;
    }

    private static void removeThoseOfTheDead() {
        DockerClient docker = DockerClientFactory.lazyClient();
        for (Container each :
                docker.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(OWNER))
                        .exec()) {
            long owner = Long.parseLong(each.getLabels().get(OWNER));
            if (ProcessHandle.of(owner).isEmpty()) {
                docker.removeContainerCmd(each.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            }
        }
    }

    @Override
    public void stop() {
        if (running) {
            DockerClientFactory.lazyClient().stopContainerCmd(container.getContainerId()).exec();
            running = false;
        }
    }

    @Override
    public void end() {
        container.stop();
        running = false;
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START.toNanos();
        try {
            while (!readiness.isReady()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            image + " is not ready after " + START.toSeconds() + " s");
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + image, e);
        }
    }

    private final class Answer extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            awaitAnswer();
        }
    }
}
