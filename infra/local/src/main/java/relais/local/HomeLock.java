package relais.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import relais.local.message.Problem;

/**
 * Held by the one launcher that runs the stack of a home; the system frees it when that process
 * ends, however it ends.
 */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty if another process holds it. */
    public static Optional<HomeLock> take(Path home) {
        Path run = home.resolve("run");
        FileChannel channel;
        try {
            Files.createDirectories(run);
            forItsOwnerOnly(home);
            channel =
                    FileChannel.open(
                            run.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Problem.unwritable(home, e);
        }
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new HomeLock(channel));
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        } finally {
            if (lock == null) {
                close(channel);
            }
        }
    }

    /** Whether a launcher runs its stack. */
    public static boolean isTaken(Path home) {
        if (!Files.exists(home.resolve("run").resolve("lock"))) {
            return false;
        }
        Optional<HomeLock> lock = take(home);
        lock.ifPresent(HomeLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        close(channel);
    }

    /** The key that signs tokens is in it, and drafts that only their partner may read. */
    private static void forItsOwnerOnly(Path home) throws IOException {
        if (Files.getFileStore(home).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
