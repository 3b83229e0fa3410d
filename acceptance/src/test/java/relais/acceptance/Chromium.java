package relais.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's browser, one a thread, since a driver may not be used by two. The driver is in its jar
 * and downloads nothing.
 */
final class Chromium {

    /** The one without windows first: it draws the same and takes half the processor time. */
    private static final List<String> PROGRAMS =
            List.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser");

    private static final ThreadLocal<Browser> OF_THREAD = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    /**
     * Skips the test aloud where the browser is missing; {@code .ci/run} accepts no skipped test.
     */
    static Browser shared() {
        Assumptions.assumeTrue(
                program().isPresent(),
                "Chromium is missing, so the pages are not tried in a browser: apt-get install"
                        + " chromium-headless-shell");
        return OF_THREAD.get();
    }

    private static Browser launch() {
        Playwright playwright =
                Awaitility.await()
                        .pollInSameThread()
                        .pollDelay(Duration.ZERO)
                        .ignoreExceptionsInstanceOf(PlaywrightException.class)
                        .until(Chromium::driver, Objects::nonNull);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(program().orElseThrow())
                                // Its sandbox does not work as root, and all it sees is the stack
                                // of the tests.
                                .setArgs(List.of("--no-sandbox")));
    }

    /**
     * Fails where another thread starts a process while the driver is unpacked: for a moment that
     * process holds the driver's file open for writing, and no such file can be run.
     */
    private static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Optional<Path> program() {
        return PROGRAMS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
