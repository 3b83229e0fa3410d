package relais.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/compose/secrets}, from a copy in an otherwise empty folder. */
class SecretsTest {

    @TempDir private Path root;

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.createDirectories(root.resolve("infra/compose"));
        Files.copy(Path.of("../compose/secrets"), root.resolve("infra/compose/secrets"));
        Files.copy(Path.of("../../.env.example"), root.resolve(".env.example"));
    }

    @Test
    void everySecretIsRandomAndItsOwnersAlone() throws Exception {
        Properties settings = run();

        assertThat(settings.stringPropertyNames())
                .filteredOn(name -> name.matches(".*_(PASSWORD|SECRET|KEY)"))
                .hasSizeGreaterThan(15)
                .extracting(settings::getProperty)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeBetween(32, 1024));
        assertThat(Files.getPosixFilePermissions(root.resolve(".env")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatIsThereIsKeptAndWhatLacksIsAdded() throws Exception {
        Files.writeString(
                root.resolve(".env"), "RELAIS_KAFKA_FEED_PASSWORD=mine\nRELAIS_VERSION=1.4.0\n");

        Properties first = run();
        Properties second = run();

        assertThat(first)
                .containsEntry("RELAIS_KAFKA_FEED_PASSWORD", "mine")
                .containsEntry("RELAIS_VERSION", "1.4.0")
                .containsKey("RELAIS_PORTAL_CLIENT_SECRET");
        assertThat(second).isEqualTo(first);
    }

    private Properties run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("bash", root.resolve("infra/compose/secrets").toString())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve(".env"))) {
            settings.load(reader);
        }
        return settings;
    }
}
