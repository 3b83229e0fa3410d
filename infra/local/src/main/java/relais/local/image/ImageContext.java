package relais.local.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one image, as {@code infra/images/Dockerfile} copies them: from what changes least
 * to what changes with every build, so that images share their first layers with earlier ones.
 *
 * @param folder where it lies; it is made anew
 */
public record ImageContext(Path folder) {

    private static final String OWN = "relais-";
    private static final String TRAINING = "training";

    /** Begins with an empty folder. */
    ImageContext begin() throws IOException {
        delete(folder);
        Files.createDirectories(folder.resolve("dependencies"));
        Files.createDirectories(folder.resolve("platform"));
        Files.createDirectories(folder.resolve(TRAINING));
        return this;
    }

    /** Libraries of others, and those of this build, which change more often. */
    public void libraries(Path lib) throws IOException {
        for (Path jar : jars(lib)) {
            library(jar);
        }
    }

    public void library(Path jar) throws IOException {
        String layer = jar.getFileName().toString().startsWith(OWN) ? "platform" : "dependencies";
        place(jar, folder.resolve(layer).resolve(jar.getFileName()));
    }

    /** The jar of the service, whose manifest names the libraries beside it. */
    public void application(Path jar) throws IOException {
        place(jar, folder.resolve("application.jar"));
    }

    /**
     * For programs that are no service: a jar that only names the libraries, in one order. The
     * cache of the virtual machine holds for one class path.
     */
    public void classPath() throws IOException {
        String names =
                Stream.concat(
                                jars(folder.resolve("dependencies")).stream(),
                                jars(folder.resolve("platform")).stream())
                        .map(jar -> "lib/" + jar.getFileName())
                        .sorted()
                        .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, names);
        try (OutputStream file = Files.newOutputStream(folder.resolve("application.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }

    /**
     * A stack for the run whose classes are kept; no image has what this writes.
     *
     * @param environment how to reach it
     * @param reads paths to be asked for
     */
    public void training(Map<String, String> environment, List<String> reads) throws IOException {
        Path training = folder.resolve(TRAINING);
        Files.write(
                training.resolve("environment"),
                environment.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()))
                        .sorted()
                        .toList());
        Files.write(training.resolve("reads"), reads);
    }

    /** For the shell. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /** The program that runs the application for that. */
    void training(Path program) throws IOException {
        place(program, folder.resolve(TRAINING).resolve(program.getFileName()));
    }

    /** A folder or a file that all images have. */
    void shared(Path source) throws IOException {
        Path to = folder.resolve(source.getFileName());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    place(file, source.equals(file) ? to : copy);
                }
            }
        }
    }

    /**
     * Lets everybody read what the owner reads: the launcher writes for its owner only, and the
     * user of an image is another.
     */
    void readable() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                if (view != null) {
                    view.setPermissions(forEverybody(view.readAttributes().permissions()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> forEverybody(Set<PosixFilePermission> now) {
        boolean runs = now.contains(PosixFilePermission.OWNER_EXECUTE);
        return EnumSet.copyOf(PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Another name for the same file where the file system has that, for they are large. */
    private static void place(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, to);
        }
    }

    private static List<Path> jars(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
