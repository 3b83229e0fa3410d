package relais.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Debian's browser, once for all tests. The driver is in its jar and downloads nothing. */
final class Chromium {

    private static @Nullable Browser shared;

    private Chromium() {}

    /**
     * Skips the test aloud where the browser is missing; {@code .ci/run} accepts no skipped test.
     */
    static synchronized Browser shared() {
        Optional<Path> program = program();
        Assumptions.assumeTrue(
                program.isPresent(),
                "Chromium is missing, so the pages are not tried in a browser: apt-get install chromium");
        if (shared == null) {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            shared =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(program.get())
                                            // Its sandbox does not work as root, and all it sees
                                            // is the stack of the tests.
                                            .setArgs(List.of("--no-sandbox")));
        }
        return shared;
    }

    private static Optional<Path> program() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
