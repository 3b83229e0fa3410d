package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.image.ContainerEngine;

class MongoChoiceTest {

    @TempDir private Path folder;

    @Test
    void anAddressThatIsGivenComesFirst() throws Exception {
        installMongod();

        assertThat(
                        MongoChoice.of(
                                Map.of(
                                        "RELAIS_MONGODB_URI",
                                        "mongodb://db",
                                        "PATH",
                                        folder.toString())))
                .isEqualTo(new MongoChoice.External("mongodb://db"));
    }

    @Test
    void aMongodOnThePathComesNext() throws Exception {
        Path mongod = installMongod();

        assertThat(MongoChoice.of(Map.of("PATH", "/nowhere:" + folder)))
                .isEqualTo(new MongoChoice.Installed(mongod));
    }

    @Test
    void theStandInIsForMachinesWithoutAny() {
        assertThat(MongoChoice.of(Map.of("PATH", folder.toString(), "RELAIS_MONGODB_URI", " ")))
                .isEqualTo(new MongoChoice.StandIn());
    }

    @Test
    void theImageOfMongoComesBeforeTheStandIn() throws Exception {
        Path docker = install("docker", "exit 0");

        assertThat(MongoChoice.of(path(), folder.resolve("data")))
                .isInstanceOfSatisfying(
                        MongoChoice.InContainer.class,
                        container -> {
                            assertThat(container.engine()).isEqualTo(new ContainerEngine(docker));
                            assertThat(container.program(27017, folder).command())
                                    .contains("--publish", "127.0.0.1:27017:27017")
                                    .contains(folder.toAbsolutePath() + ":/data/db");
                        });
    }

    @Test
    void anImageThatIsNotThereIsNotPulled() throws Exception {
        install("docker", "[ \"$1\" != image ]");

        assertThat(MongoChoice.of(path(), folder.resolve("data")))
                .isEqualTo(new MongoChoice.StandIn());
    }

    @Test
    void aHomeKeepsTheStandInThatWroteIt() throws Exception {
        install("docker", "exit 0");
        Files.createFile(folder.resolve("documents.mv"));

        assertThat(MongoChoice.of(path(), folder)).isEqualTo(new MongoChoice.StandIn());
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.toString());
    }

    private Path install(String name, String script) throws Exception {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private Path installMongod() throws Exception {
        Path mongod = Files.createFile(folder.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
        return mongod;
    }
}
