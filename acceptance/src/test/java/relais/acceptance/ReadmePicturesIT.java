package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The pictures in README are of these pages: to renew them, copy {@code target/pictures/readme} to
 * {@code docs/pictures} after these tests have run alone, on the example data and nothing else.
 */
class ReadmePicturesIT {

    private static final Path TAKEN = Path.of("target", "pictures", "readme");
    private static final Path ROOT = Path.of("..");
    private static final Path KEPT = Path.of("docs", "pictures");
    private static final int MOST_BYTES = 150_000;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 680;

    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void theFrontPage() throws IOException {
        open("/");
        take("front");
    }

    /** With its pictures in sight. */
    @Test
    void aCard() throws IOException {
        open("/experiences?q=FabLab");
        page.locator(".tile h3 a").first().click();
        page.locator(".pictures").evaluate("all => all.scrollIntoView({block: 'center'})");
        awaitPictures();
        take("card", 800, 600);
    }

    @Test
    void theLibrary() throws IOException {
        open("/experiences");
        take("library");
    }

    @Test
    void theNationalFeed() throws IOException {
        open("/actualite?kind=EXPERIENCE");
        take("feed");
    }

    /** With the map in sight. */
    @Test
    void thePastAsAWhole() throws IOException {
        open("/time-machine?asOf=2015-12-31&kind=EXPERIENCE");
        page.evaluate("window.scrollTo(0, 215)");
        take("time-machine");
    }

    @Test
    void theForm() throws IOException {
        browser.signIn("besancon", "/");
        open("/desk/experiences/new");
        take("form");
    }

    @Test
    void readmeShowsPicturesThatAreThere() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        var shown =
                Pattern.compile("]\\((docs/pictures/[a-z-]+\\.png)\\)")
                        .matcher(readme)
                        .results()
                        .map(picture -> Path.of(picture.group(1)))
                        .toList();

        assertThat(shown)
                .containsExactlyInAnyOrder(
                        KEPT.resolve("front.png"),
                        KEPT.resolve("library.png"),
                        KEPT.resolve("card.png"),
                        KEPT.resolve("feed.png"),
                        KEPT.resolve("time-machine.png"),
                        KEPT.resolve("form.png"));
        for (Path picture : shown) {
            assertThat(Files.size(ROOT.resolve(picture)))
                    .as("bytes of %s", picture)
                    .isLessThan(MOST_BYTES);
        }
    }

    private void open(String path) {
        page.setViewportSize(WIDTH, HEIGHT);
        page.navigate(path);
        // Before anything is laid out, no font is wanted and all that are wanted are there.
        BrowserSession.awaitTrue(
                page, "[...document.fonts].some(each => each.status === 'loaded')");
        BrowserSession.awaitTrue(page, "document.fonts.status === 'loaded'");
        awaitPictures();
    }

    /** Those that are in sight, which come when they are. */
    private void awaitPictures() {
        BrowserSession.awaitTrue(
                page,
                "[...document.images].filter(each => each.getBoundingClientRect().top < innerHeight)"
                        + ".every(each => each.complete && each.naturalWidth > 0)");
    }

    private void take(String name) throws IOException {
        take(name, WIDTH, HEIGHT);
    }

    /** The upper left part of what is in sight. */
    private void take(String name, int width, int height) throws IOException {
        Path picture = TAKEN.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setClip(0, 0, width, height));
        assertThat(Files.size(picture)).as("bytes of %s", picture).isLessThan(MOST_BYTES);
    }
}
