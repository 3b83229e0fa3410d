package relais.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.backbone.Distribution;
import relais.local.process.ChildProcess;
import relais.local.process.FreePorts;
import relais.local.process.Readiness;
import relais.local.process.Wait;

class KafkaBrokerIT {

    @TempDir private Path home;

    @Test
    void keepsItsLogInAFolderWithSpacesAndAccents() throws Exception {
        Path data = Files.createDirectories(home.resolve("mes données"));
        int port = FreePorts.take(1).getFirst();

        ChildProcess broker =
                ChildProcess.start(
                        Distribution.find().kafka(port, data), home.resolve("kafka.log"));
        try {
            Wait.untilReady(broker, Readiness.kafka("127.0.0.1", port), Duration.ofSeconds(60));
        } finally {
            broker.stop(Duration.ofSeconds(20));
        }

        assertThat(data.resolve("log/meta.properties")).exists();
        try (var folders = Files.list(home)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(List.of("mes données", "kafka.log"));
        }
    }
}
