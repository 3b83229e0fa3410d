package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The plot of a series in a browser: a script draws it to be explored, in the place of the server's
 * drawing, which is there whenever the script's is not.
 */
class SeriesPlotIT {

    private static final String MONTHS = "/desk/analysis/series?metric=active&by=axis&step=month";
    private static final String BARS = "/desk/analysis/series?metric=published&step=year";

    /** How many dots of the canvas have exactly the colour of the second line, or of the bars. */
    private static final String DOTS =
            """
            (shape) => {
              const style = getComputedStyle(document.querySelector(shape));
              const [r, g, b] = (style.stroke === "none" ? style.fill : style.stroke).match(/\\d+/g).map(Number);
              let dots = 0;
              for (const canvas of document.querySelectorAll(".chart canvas")) {
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 0; i < data.length; i += 4) {
                  dots += data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255 ? 1 : 0;
                }
              }
              return dots;
            }""";

    private static final String FIRST_IN_SIGHT =
            "echarts.getInstanceByDom(document.querySelector('.chart')).getOption().dataZoom[0].startValue";

    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();
    private final Locator chart = page.locator(".chart");
    private final Locator drawing = page.locator(".plot .scroll > svg");

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void numbersAreReadByKeyboardAndALookIsTakenCloser() {
        browser.signIn("analyste", MONTHS);
        assertThat(chart.locator("canvas").first()).isVisible();
        assertThat(drawing).isHidden();

        chart.press("End");
        assertThat(page.locator("#plot-told"))
                .containsText(page.locator("tbody th").first().textContent());
        Locator first = page.locator(".lines li").first();
        assertThat(page.locator("#plot-told"))
                .containsText(
                        String.join(
                                " ",
                                first.locator("strong").textContent(),
                                first.locator("strong + span").textContent(),
                                first.locator(".quiet").textContent().replaceAll(".*: ", "")));
        chart.press("+");
        page.waitForCondition(() -> (int) page.evaluate(FIRST_IN_SIGHT) > 0);
        chart.press("0");
        page.waitForCondition(() -> (int) page.evaluate(FIRST_IN_SIGHT) == 0);
        chart.press("Escape");
        assertThat(page.locator("#plot-told")).isEmpty();
    }

    @Test
    void theLegendHidesALineAndShowsItAgain() {
        browser.signIn("analyste", MONTHS);
        Locator second = page.locator(".lines button").nth(1);
        page.waitForCondition(() -> dots(".plot path.line-1") > 0);

        second.press("Enter");
        assertThat(second).hasAttribute("aria-pressed", "false");
        page.waitForCondition(() -> dots(".plot path.line-1") == 0);
        second.click();
        assertThat(second).hasAttribute("aria-pressed", "true");
        page.waitForCondition(() -> dots(".plot path.line-1") > 0);
    }

    @Test
    void theChartFollowsTheThemeAndTheWidthOfTheWindow() {
        browser.signIn("analyste", MONTHS);
        page.waitForCondition(() -> dots(".plot path.line-1") > 0);

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> dots(".plot path.line-1") > 0);
        page.setViewportSize(400, 900);
        page.waitForCondition(
                () -> chart.locator("canvas").first().boundingBox().width == width(chart));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
    }

    @Test
    void whatHappenedStaysBars() {
        browser.signIn("analyste", BARS);

        page.waitForCondition(() -> dots(".plot .bars rect") > 0);
        assertThat(drawing).isHidden();
        assertThat(page.locator(".lines")).hasCount(0);
    }

    @Test
    void theServersDrawingIsThatOfPaperAndOfForcedColours() {
        browser.signIn("analyste", MONTHS);
        assertThat(drawing).isHidden();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(drawing).isVisible();
        assertThat(chart).isHidden();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(Media.SCREEN)
                        .setForcedColors(ForcedColors.ACTIVE));
        assertThat(drawing).isVisible();
        assertThat(chart).isHidden();
        assertThat(page.locator(".lines button")).hasCount(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        assertThat(chart).isVisible();
    }

    @Test
    void theServersDrawingStaysWhereNoScriptComesAndTheOtherTakesNoMoreRoom() {
        browser.signIn("analyste", MONTHS);
        assertThat(chart.locator("canvas").first()).isVisible();
        double drawn = page.locator(".plot .scroll").boundingBox().height;

        page.route(Pattern.compile("/echarts"), Route::abort);
        page.navigate(MONTHS);
        assertThat(drawing).isVisible();
        assertThat(chart).isHidden();
        // The page is laid out again while its styles and fonts come.
        page.waitForCondition(
                () -> Math.abs(page.locator(".plot .scroll").boundingBox().height - drawn) <= 1);
        browser.expectComplaint("ERR_FAILED");
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            plain.signIn("analyste", MONTHS);
            assertThat(plain.page().locator(".plot .scroll > svg")).isVisible();
            assertThat(plain.page().locator(".chart")).isHidden();
            assertThat(plain.page().locator("#plot-keys")).isHidden();
        }
    }

    private int dots(String shape) {
        return (int) page.evaluate(DOTS, shape);
    }

    private static double width(Locator element) {
        return element.boundingBox().width;
    }
}
