package relais.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.example.ExampleData;

class ExampleOnceTest {

    private static final ExampleData.Outcome FAILED = new ExampleData.Failed("panne");

    @TempDir private Path home;
    private final List<String> said = new ArrayList<>();
    private ExampleData.Outcome outcome = loaded();
    private int loads;

    @BeforeEach
    void makeTheHome() throws IOException {
        Files.createDirectory(home.resolve("data"));
    }

    @Test
    void aHomeIsLoadedOnce() {
        start();
        start();

        assertThat(loads).isEqualTo(1);
        assertThat(said).hasSize(2).last().isEqualTo("fait");
    }

    @Test
    void anExampleThatWasNotLoadedIsTriedAgain() {
        outcome = FAILED;
        start();
        outcome = loaded();
        start();
        start();

        assertThat(loads).isEqualTo(2);
        assertThat(said).contains("panne", "fait");
    }

    @Test
    void aPartThatALaterBuildBringsIsLoadedOnce() throws IOException {
        Files.write(mark(), List.of("partners", "experiences"));

        start();
        start();

        assertThat(loads).isEqualTo(1);
        assertThat(mark()).content().contains(ExampleData.PARTS);
    }

    @Test
    void aMarkThatNamesNoPartsIsOfABuildThatMayHaveKnownFewer() throws IOException {
        Files.createFile(mark());

        start();
        start();

        assertThat(loads).isEqualTo(1);
    }

    @Test
    void aMarkThatNamesMoreThanThisBuildKnowsIsLeftAlone() throws IOException {
        List<String> more = new ArrayList<>(ExampleData.PARTS);
        more.add("of-a-later-build");
        Files.write(mark(), more);

        start();

        assertThat(loads).isZero();
        assertThat(mark()).content().contains("of-a-later-build");
    }

    private void start() {
        new ExampleOnce(home, this::load, said::add).load();
    }

    private ExampleData.Outcome load() {
        loads++;
        return outcome;
    }

    private Path mark() {
        return home.resolve("data").resolve("example-loaded");
    }

    private static ExampleData.Outcome loaded() {
        var nothing = new ExampleData.ImportedRows(0, 0, 0);
        return new ExampleData.Loaded(
                new ExampleData.PartnersReport(0, 0, 0, 0, 0, 0), nothing, nothing, "fait");
    }
}
