package relais.local.image;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import relais.local.process.Program;
import relais.local.process.Wait;

/** The Java runtime of the images: of the JDK that runs this process, what services use. */
record JavaRuntime() {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final List<String> MODULES =
            List.of(
                    // What the services' libraries ask for.
                    "java.base",
                    "java.compiler",
                    "java.desktop",
                    "java.instrument",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.rmi",
                    "java.scripting",
                    "java.security.jgss",
                    "java.security.sasl",
                    "java.sql",
                    "java.xml",
                    "java.xml.crypto",
                    "jdk.charsets",
                    "jdk.crypto.ec",
                    "jdk.jfr",
                    "jdk.management",
                    "jdk.naming.dns",
                    "jdk.net",
                    "jdk.security.auth",
                    "jdk.unsupported",
                    "jdk.zipfs",
                    // Names of months and the like in French.
                    "jdk.localedata");

    /**
     * What shows windows, plays sounds and draws letters: servers do none of it, and these ask for
     * libraries of a desktop.
     */
    private static final List<String> LEFT_OUT =
            List.of(
                    "libawt_xawt.so",
                    "libfontmanager.so",
                    "libfreetype.so",
                    "libjawt.so",
                    "libjsound.so",
                    "libsplashscreen.so");

    /**
     * Makes it in a folder that does not exist yet.
     *
     * @param log what the programs say goes there
     */
    void create(Path folder, Path log) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=fr,en",
                        "--no-header-files",
                        "--no-man-pages",
                        "--strip-java-debug-attributes",
                        "--compress=zip-6",
                        "--exclude-files",
                        LEFT_OUT.stream()
                                .map(name -> "/java.desktop/lib/" + name)
                                .collect(joining(",")),
                        "--output",
                        folder.toAbsolutePath().toString());
        Wait.untilSucceeded(
                new Program("jlink", command, Map.of(), Path.of("").toAbsolutePath()), log, LIMIT);
        new LinkedLibraries(folder).copy(log.resolveSibling("libraries.log"));
    }
}
