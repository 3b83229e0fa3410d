package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The time machine and the desk of analysts in a browser, held against what the services answer. */
class AnalystDeskIT {

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void theKeyboardLeadsThroughTimeAndTheAddressFollows() {
        page.navigate("/time-machine?asOf=2015-12-31");
        Locator slider = page.locator("#slider");
        slider.focus();
        page.keyboard().press("ArrowLeft");

        assertThat(page.locator(".then h2")).hasText("Au 30 novembre 2015");
        assertThat(page).hasURL(Pattern.compile(".*asOf=2015-11-30$"));
        assertThat(slider).isFocused();
        assertThat(slider).hasAttribute("aria-valuetext", "novembre 2015");
        page.keyboard().press("PageDown");
        assertThat(page.locator(".then h2")).hasText("Au 30 novembre 2014");
        assertThat(page.locator("#told")).containsText("Au 30 novembre 2014");
        assertThat(page.locator(".then .total")).hasText(cards("2014-11-30"));
        page.keyboard().press("End");
        assertThat(page.locator(".then h2")).containsText("Aujourd’hui");
        assertThat(page.locator("#as-of"))
                .hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void timePassesUntilItIsStopped() {
        page.navigate("/time-machine?asOf=2012-12-31");
        String before = page.locator("svg.france").innerHTML();
        page.locator("#play").press("Enter");

        assertThat(page.locator("#play")).hasText("Arrêter");
        assertThat(page.locator(".then h2")).hasText("Au 31 décembre 2015");
        page.locator("#play").press("Enter");
        assertThat(page.locator("#play")).hasText("Défiler");
        String stoppedAt = page.locator(".then h2").textContent();
        page.waitForTimeout(1_500);
        assertThat(page.locator(".then h2")).hasText(stoppedAt);
        assertThat(page.locator("svg.france").innerHTML()).isNotEqualTo(before);
        page.reload();
        assertThat(page.locator(".then h2")).hasText(stoppedAt);
    }

    @Test
    void aRegionOfThenIsSaidToBeNoMoreLater() {
        page.navigate("/time-machine?asOf=2015-12-31");
        page.locator("table.counts a", new Page.LocatorOptions().setHasText("Franche-Comté"))
                .click();
        assertThat(page.locator(".then .active")).containsText("Franche-Comté");
        page.locator("a[data-months='12']").click();

        assertThat(page.locator(".then .refused")).containsText("Bourgogne-Franche-Comté");
        assertThat(page.locator(".vintage")).containsText("13 régions");
        page.locator(".then .refused a").click();
        assertThat(page.locator(".then .active")).containsText("Bourgogne-Franche-Comté");
        assertThat(page.locator(".then .refused")).hasCount(0);
    }

    @Test
    void timeIsTravelledWithoutScripts() {
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page reading = plain.page();
            reading.navigate("/time-machine");
            assertThat(reading.locator("#slider")).isHidden();
            reading.locator("#as-of").fill("2014-06-30");
            reading.locator("#kind").selectOption("EXPERIENCE");
            reading.locator(".asked button").click();
            assertThat(reading.locator(".then h2")).hasText("Au 30 juin 2014");
            assertThat(reading).hasURL(Pattern.compile(".*asOf=2014-06-30&kind=EXPERIENCE.*"));
            reading.locator("a[data-months='-12']").click();
            assertThat(reading.locator(".then h2")).hasText("Au 30 juin 2013");
            reading.locator("svg.france a[data-code='25']").click();
            assertThat(reading.locator(".past")).containsText("30 juin 2013");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("time-machine", "/time-machine?asOf=2015-12-31");
        pages.put("time-machine-refused", "/time-machine?asOf=2015-12-31&territory=region:76");

        pages.forEach(browser::look);
    }

    private String cards(String day) {
        long cards =
                stack.feed(null)
                        .get("/facets?asOf=" + day)
                        .json()
                        .get("kind")
                        .valueStream()
                        .mapToLong(kind -> kind.get("count").asLong())
                        .sum();
        return cards + " fiches";
    }
}
