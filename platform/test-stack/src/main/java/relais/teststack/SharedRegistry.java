package relais.teststack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import relais.local.backbone.Distribution;
import relais.local.process.Readiness;

/**
 * One registry with the schemas of this build for all processes of tests that one build starts:
 * they only read it, and a registry of one's own takes ten seconds of processor time. The first
 * that asks starts it, with a broker of its own, in a process that ends with the build.
 */
final class SharedRegistry {

    private static final Duration START = Duration.ofMinutes(3);
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private SharedRegistry() {}

    /**
     * @param build number of the process that it ends with
     * @return root of its Confluent API
     * @throws IllegalStateException if it does not start within three minutes
     */
    static String url(long build) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(
                        Distribution.find().root().resolve("infra/local/target/test-registry"));
        Path address = folder.resolve(Long.toString(build));
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(address) || !answers(Files.readString(address))) {
                Files.deleteIfExists(address);
                start(folder, address, build);
            }
            return Files.readString(address);
        }
    }

    private static boolean answers(String url) throws InterruptedException {
        return Readiness.http(URI.create(url + "/subjects")).isReady();
    }

    private static void start(Path folder, Path address, long build)
            throws IOException, InterruptedException {
        Path log = folder.resolve(build + ".log");
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process host =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes,
                                SharedRegistry.class.getName(),
                                Long.toString(build),
                                address.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        host.getOutputStream().close();
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(address)) {
            if (!host.isAlive() || System.nanoTime() > end) {
                host.destroy();
                throw new IllegalStateException(
                        "The registry that tests share did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /**
     * Number of the Maven that started this process, by a shell. An IDE and a daemon are no build:
     * they live on when schemas change.
     */
    static OptionalLong build() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> process.info().commandLine().orElse("").contains(MAVEN))
                .mapToLong(ProcessHandle::pid)
                .findFirst();
    }

    /**
     * Serves until a build ends.
     *
     * @param arguments number of the build's process, and the file that says where it is served
     */
    public static void main(String... arguments) throws IOException {
        ProcessHandle build = ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
        Path address = Path.of(arguments[1]);
        try {
            Path written = Files.createTempFile(address.getParent(), "address-", "");
            Files.writeString(written, TestStack.shared().ownRegistryUrl());
            Files.move(written, address, StandardCopyOption.ATOMIC_MOVE);
            build.onExit().join();
        } finally {
            Files.deleteIfExists(address);
        }
        // The stack ends with this process.
        System.exit(0);
    }
}
