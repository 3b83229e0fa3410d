package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    void onlyItsOwnerLooksIntoAHome(@TempDir Path folder) throws Exception {
        Path before =
                Files.createDirectory(
                        folder.resolve("before"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));

        for (Path home : List.of(before, folder.resolve("new"))) {
            try (HomeLock _ = HomeLock.take(home).orElseThrow()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                        .isEqualTo("rwx------");
            }
        }
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
