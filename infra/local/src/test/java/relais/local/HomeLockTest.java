package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.local.message.Problem;

class HomeLockTest {

    @Test
    void oneHolderAtATime(@TempDir Path home) {
        try (HomeLock _ = HomeLock.take(home).orElseThrow()) {
            assertThat(HomeLock.take(home)).isEmpty();
            assertThat(HomeLock.isTaken(home)).isTrue();
        }
        assertThat(HomeLock.isTaken(home)).isFalse();
    }

    @Test
    void askingLeavesNoTrace(@TempDir Path home) {
        assertThat(HomeLock.isTaken(home)).isFalse();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aHomeThatCannotBeAFolderIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> HomeLock.take(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
