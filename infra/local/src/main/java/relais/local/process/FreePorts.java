package relais.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Ports of the loopback interface. */
public final class FreePorts {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /**
     * Below those that Linux and others give to outgoing connections, one of which could take a
     * port between its choice here and its server's start.
     */
    private static final int FROM = 20_000;

    private static final int TO = 32_768;

    private static final int ATTEMPTS = 1_000;

    /** Of this process, as long as it lives. */
    private static final List<FileChannel> HELD = new ArrayList<>();

    private FreePorts() {}

    /**
     * Each is reserved for as long as this process lives: another process that asks here, of
     * another checkout too, does not get it before its server has started, nor while its server is
     * down.
     */
    public static List<Integer> take(int count) {
        List<Integer> taken = new ArrayList<>();
        for (int attempt = 0; taken.size() < count; attempt++) {
            if (attempt == ATTEMPTS * count) {
                throw new IllegalStateException(
                        "no free port between %d and %d".formatted(FROM, TO));
            }
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port) && reserve(port)) {
                taken.add(port);
            }
        }
        return List.copyOf(taken);
    }

    /** Whether a server could listen on it now. */
    public static boolean isFree(int port) {
        // A server of the whole machine (Docker, another user) does not always prevent the first
        // of the two.
        return binds(new InetSocketAddress(LOOPBACK, port)) && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether no other process of this user has it, nor this one. */
    static synchronized boolean reserve(int port) {
        Path folder =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "relais-ports-" + System.getProperty("user.name"));
        FileChannel channel = null;
        boolean reserved = false;
        try {
            Files.createDirectories(folder);
            channel =
                    FileChannel.open(
                            folder.resolve(Integer.toString(port)),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            reserved = channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            reserved = false;
        } finally {
            if (reserved && channel != null) {
                HELD.add(channel);
            } else {
                close(channel);
            }
        }
        return reserved;
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
