package relais.local.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Path installMongod() throws Exception {
        Path mongod = Files.createFile(folder.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
        return mongod;
    }
}
