package relais.local;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relais.local.backbone.Distribution;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Program;
import relais.local.process.Wait;

/**
 * What is done once for each build so that each start is quick: unpack the services, work their
 * bean definitions out, and record ahead-of-time caches of the Java virtual machine while the whole
 * stack is used for a moment. It lies in {@code infra/local/target/apps}, one folder for each state
 * of a program, and is part of the build.
 */
public final class Preparation {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String DONE = "prepared";
    private static final int AT_A_TIME = 2;

    private final Distribution distribution;
    private final Path apps;
    private final Consumer<String> progress;

    /**
     * Decided once, so that a build in the meantime does not move a part away from a running stack.
     */
    private final Map<String, Path> folders = new ConcurrentHashMap<>();

    public Preparation(Distribution distribution, Consumer<String> progress) {
        this.distribution = distribution;
        this.apps = distribution.root().resolve("infra/local/target/apps");
        this.progress = progress;
    }

    /** Prepares what is not; two stacks that start at once do not do it twice. */
    void prepare() {
        prepare(Part.processes());
    }

    /**
     * The same for broker, document store and registry alone, which need no service to be built.
     */
    public void prepareBackbone() {
        prepare(backbone());
    }

    private static List<Part> backbone() {
        return Part.processes().stream().filter(Preparation::isOfTheBackbone).toList();
    }

    private static boolean isOfTheBackbone(Part part) {
        return part.kind() == Part.Kind.BACKBONE;
    }

    private void prepare(List<Part> wanted) {
        if (missing(wanted).isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(apps);
            try (FileChannel channel =
                            FileChannel.open(
                                    apps.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                List<Part> missing = missing(wanted);
                progress.accept(Messages.say("prepare.begin", missing.size()));
                prepareNow(missing);
            }
        } catch (IOException e) {
            throw new Problem(e, "prepare.failed", apps, String.valueOf(e.getMessage()));
        }
    }

    private List<Part> missing(List<Part> wanted) {
        List<Part> missing =
                wanted.stream().filter(part -> !Files.exists(folder(part).resolve(DONE))).toList();
        // The backbone is trained as a whole.
        boolean backbone = missing.stream().anyMatch(Preparation::isOfTheBackbone);
        return wanted.stream()
                .filter(part -> missing.contains(part) || (backbone && isOfTheBackbone(part)))
                .toList();
    }

    private void prepareNow(List<Part> parts) throws IOException {
        List<Part> services = parts.stream().filter(part -> !isOfTheBackbone(part)).toList();
        List<Callable<String>> unpacking = new ArrayList<>();
        if (services.size() < parts.size()) {
            unpacking.add(this::trainBackbone);
        }
        services.forEach(part -> unpacking.add(() -> unpack(part)));
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            all(workers, unpacking);
            if (!services.isEmpty()) {
                Map<String, Path> recordings =
                        services.stream().collect(toMap(Part::name, this::recording));
                inEmptyFolder(home -> new StackTraining(distribution, this).run(home, recordings));
                all(
                        workers,
                        services.stream()
                                .<Callable<String>>map(part -> () -> createCache(part))
                                .toList());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new Problem(e, "prepare.failed", apps, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "prepare.failed", apps, String.valueOf(e.getMessage()));
        }
    }

    private static void all(ExecutorService workers, List<Callable<String>> tasks)
            throws InterruptedException, ExecutionException {
        for (Future<String> result : workers.invokeAll(tasks)) {
            result.get();
        }
    }

    private String trainBackbone() throws IOException {
        for (Part part : backbone()) {
            renew(part);
        }
        inEmptyFolder(new BackboneTraining(distribution, this::cache)::run);
        for (Part part : backbone()) {
            done(part);
        }
        return "backbone";
    }

    static void inEmptyFolder(Consumer<Path> training) throws IOException {
        Path work = Files.createTempDirectory("relais-training-");
        try {
            training.accept(work);
        } finally {
            delete(work);
        }
    }

    private String unpack(Part part) throws IOException {
        new ServiceApp(part, distribution.root()).unpack(renew(part));
        return part.name();
    }

    private String createCache(Part part) throws IOException {
        Path folder = folder(part);
        Program creation =
                new ServiceApp(part, distribution.root())
                        .program(folder, Map.of(), folder)
                        .withJvmOptions(
                                List.of(
                                        "-XX:AOTMode=create",
                                        "-XX:AOTConfiguration=" + recording(part),
                                        "-XX:AOTCache=" + cache(part.name())));
        Wait.untilSucceeded(creation, folder.resolve("prepare.log"), LIMIT);
        Files.delete(recording(part));
        done(part);
        return part.name();
    }

    private Path recording(Part part) {
        return folder(part).resolve("app.aotconf");
    }

    /**
     * An empty folder for the part as it is now. Those of earlier builds go, unless a stack may
     * still run on them.
     */
    private Path renew(Part part) throws IOException {
        Instant old = Instant.now().minus(KEPT);
        try (Stream<Path> folders = Files.list(apps)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (folder.getFileName().toString().startsWith(part.name() + "-")
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    delete(folder);
                }
            }
        }
        if (Files.exists(folder(part))) {
            delete(folder(part));
        }
        return Files.createDirectories(folder(part));
    }

    private void done(Part part) throws IOException {
        Files.createFile(folder(part).resolve(DONE));
        progress.accept(Messages.say("prepare.done", part.name()));
    }

    /** Where a prepared part lies. */
    Path folder(Part part) {
        return folders.computeIfAbsent(part.name(), name -> apps.resolve(name + "-" + state(part)));
    }

    /** The ahead-of-time cache of a part; it may not exist. */
    Path cache(String part) {
        return folder(Part.named(part)).resolve("app.aot");
    }

    /** The options that make use of the cache, if there is one. */
    public List<String> options(String part) {
        Path cache = cache(part);
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error")
                : List.of();
    }

    /** Names, sizes and times of the files a part is made of. */
    private String state(Part part) {
        List<Path> files =
                part.kind() == Part.Kind.SERVICE
                        ? List.of(new ServiceApp(part, distribution.root()).jar())
                        : distribution.files(part.name());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                digest.update(
                        (file + " " + Files.size(file) + " " + changed(file))
                                .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not the time of modification: reproducible builds give each jar the same. */
    private static Object changed(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime")
                : Files.getLastModifiedTime(file);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
