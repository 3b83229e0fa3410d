package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The time machine and the desk of analysts in a browser, held against what the services answer.
 */
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
        assertThat(page.locator("#as-of")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void timePassesUntilItIsStopped() {
        page.navigate("/time-machine?asOf=2012-12-31");
        String before = page.locator("svg.france").innerHTML();
        page.locator("#play").press("Enter");

        assertThat(page.locator("#play")).hasText("Arrêter");
        assertThat(page.locator(".then h2"))
                .hasText(Pattern.compile("Au 31 décembre 20(1[4-9]|2\\d)"));
        page.locator("#play").press("Enter");
        assertThat(page.locator("#play")).hasText("Défiler");
        page.waitForCondition(() -> page.locator("#moment[aria-busy]").count() == 0);
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

        assertThat(page.locator(".then .notice")).containsText("Bourgogne-Franche-Comté");
        assertThat(page.locator(".vintage")).containsText("13 régions");
        page.locator(".then .notice a").click();
        assertThat(page.locator(".then .active")).containsText("Bourgogne-Franche-Comté");
        assertThat(page.locator(".then .notice")).hasCount(0);
    }

    @Test
    void timeIsTravelledWithoutScripts() {
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page reading = plain.page();
            reading.navigate("/time-machine");
            assertThat(reading.locator("#slider")).isHidden();
            reading.locator("#as-of").fill("2014-06-30");
            reading.locator("#kind").selectOption("CONTRIBUTION");
            reading.locator(".asked button").click();
            assertThat(reading.locator(".then h2")).hasText("Au 30 juin 2014");
            assertThat(reading).hasURL(Pattern.compile(".*asOf=2014-06-30&kind=CONTRIBUTION.*"));
            reading.locator("a[data-months='-12']").click();
            assertThat(reading.locator(".then h2")).hasText("Au 30 juin 2013");
            reading.locator("svg.france a[data-code='25']").click();
            assertThat(reading.locator(".past")).containsText("30 juin 2013");
        }
    }

    @Test
    void whatTheTableShowsIsWhatTheFileHolds() throws IOException {
        browser.signIn("analyste", "/desk/analysis");
        page.locator(".ways a").first().click();
        page.locator("#f-territory").fill("Landes");
        page.locator("#f-type").selectOption("ExperienceEndorsed");
        page.locator(".ask button").press("Enter");

        page.locator("main a, main button, main label")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^\\s*Landes\\s*[,(]")))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*territory=departement:40.*"));
        assertThat(page.locator(".narrowed")).containsText("Landes");
        List<String> there = events("territory=departement:40&type=ExperienceEndorsed");
        assertThat(page.locator("tbody tr")).hasCount(there.size());
        Download download =
                page.waitForDownload(
                        () ->
                                page.getByRole(
                                                AriaRole.LINK,
                                                new Page.GetByRoleOptions().setName("NDJSON"))
                                        .click());
        assertThat(Files.readAllLines(download.path())).hasSameElementsAs(there);

        page.getByText("Manifestes de mes téléchargements").click();
        page.locator("tbody th a").first().click();
        assertThat(page.locator(".facts").first()).containsText(sha256(download.path()));
        assertThat(page.content()).doesNotContain("eyJ");
    }

    @Test
    void theLogIsReadPageByPageToItsEnd() {
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            plain.signIn("analyste", "/desk/analysis/events?type=PartnerRegistered");
            Page reading = plain.page();
            int read = 0;
            while (true) {
                read += reading.locator("tbody tr").count();
                Locator next = reading.locator("a[rel=next]");
                if (next.count() == 0) {
                    break;
                }
                next.click();
            }
            assertThat(read).isEqualTo(events("type=PartnerRegistered").size());
            reading.locator("tbody th a").first().click();
            assertThat(reading.locator("pre")).containsText("partnerId");
        }
    }

    @Test
    void aSeriesIsAPlotATableAndAFile() throws IOException {
        browser.signIn("analyste", "/desk/analysis/series");
        page.locator("#f-by").selectOption("axis");
        page.locator(".ask button").click();

        JsonNode series =
                stack.history("analyste").get("/series?metric=active&step=year&by=axis").json();
        assertThat(page.locator(".plot .scroll path"))
                .hasCount(Math.min(8, series.get("groups").size()));
        assertThat(page.locator("tbody tr")).hasCount(series.get("periods").size());
        assertThat(page.locator("tbody tr").first().locator("td").first())
                .hasText(inThousands(last(series.get("total"))));
        Download csv = page.waitForDownload(() -> page.getByText("Télécharger la série").click());
        assertThat(Files.readString(csv.path())).startsWith("period,from,at,value,name,count");
    }

    @Test
    void aFigureOfAComparisonLeadsToItsListAndToItsProof() {
        browser.signIn("analyste", "/desk/analysis/compare");
        assertThat(page.locator("#fromDay option").nth(1)).containsText("–");
        page.locator("#f-from").fill("2015-09-30");
        page.locator("#f-to").fill("2016-06-30");
        page.locator("#f-kind").selectOption("EXPERIENCE");
        page.locator(".ask button").click();

        Locator fresh = page.locator(".balance .is-new a");
        String count = fresh.locator("strong").textContent();
        JsonNode totals =
                stack.history("analyste")
                        .get("/compare?from=2015-09-30&to=2016-06-30&kind=EXPERIENCE")
                        .json()
                        .get("totals");
        assertThat(count).isEqualTo(totals.get("new").get("count").asString());
        fresh.click();
        assertThat(page.locator("tbody tr")).hasCount(Integer.parseInt(count));
        page.getByText("Vérifier auprès du journal").click();
        assertThat(page.locator(".verdict.same")).isVisible();
    }

    @Test
    void aReplayIsCountedThenBegunAndFollowedToItsFile() throws IOException {
        browser.signIn("analyste", "/desk/analysis/replays/new?type=ExperienceEndorsed");
        assertThat(page.locator("button[value=begin]")).hasCount(0);
        page.locator("button[value=count]").click();
        assertThat(page.locator(".estimate"))
                .containsText(events("type=ExperienceEndorsed").size() + " événements");
        page.locator("button[value=begin]").click();

        assertThat(page.locator(".notice")).containsText("lancé");
        assertThat(page.locator("#replay .status")).hasText("Prêt");
        Download file = page.waitForDownload(() -> page.locator("#file").click());
        assertThat(Files.readAllLines(file.path()))
                .hasSize(events("type=ExperienceEndorsed").size() + 1);
        page.locator("#cancel").click();
        assertThat(page.locator(".notice")).containsText("effacé");
    }

    @Test
    void aReplayThatWasChangedSinceItsCountIsCountedAnew() {
        browser.signIn("analyste", "/desk/analysis/replays/new");
        page.locator("input[value=STREAM]").check();
        page.locator("button[value=count]").click();
        page.locator("#f-axis").selectOption("USES");
        page.locator("button[value=begin]").click();
        assertThat(page.locator(".estimate .warn")).containsText("changé");
        page.locator("button[value=begin]").click();
        assertThat(page.locator("#replay .status")).hasText("Prêt");
        page.locator("#cancel").click();
        assertThat(page).hasURL(Pattern.compile(".*/replays$"));
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("time-machine", "/time-machine?asOf=2015-12-31");
        pages.put("time-machine-refused", "/time-machine?asOf=2015-12-31&territory=region:76");
        pages.put("analysis", "/desk/analysis");
        pages.put("analysis-events", "/desk/analysis/events?territory=departement:40");
        pages.put("analysis-unsure", "/desk/analysis/events?territory=saint&from=2030-01-01");
        pages.put("analysis-event", "/desk/analysis/events/p-mene:1");
        pages.put("analysis-series", "/desk/analysis/series?metric=active&by=region&step=year");
        pages.put("analysis-bars", "/desk/analysis/series?metric=published&step=year");
        pages.put("analysis-compare", "/desk/analysis/compare?from=2015-09-30&to=2016-06-30");
        pages.put(
                "analysis-entries",
                "/desk/analysis/compare/entries?from=2015-09-30&to=2016-06-30&change=new");
        pages.put("analysis-replays", "/desk/analysis/replays");
        pages.put("analysis-new-replay", "/desk/analysis/replays/new?territory=departement:40");
        pages.put("analysis-exports", "/desk/analysis/exports?id=x");
        pages.put("analysis-proof", "/desk/analysis/proof");
        browser.signIn("analyste", "/");

        pages.forEach(browser::look);
    }

    private List<String> events(String question) {
        return stack.history("analyste")
                .get("/events?format=ndjson&" + question)
                .text()
                .lines()
                .toList();
    }

    private static int last(JsonNode numbers) {
        return numbers.get(numbers.size() - 1).asInt();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String cards(String day) {
        return stack.feed(null).get("/facets?asOf=" + day).json().get("total").asLong()
                + " expériences publiées";
    }

    /** With or without the space that French puts between thousands. */
    private static Pattern inThousands(long number) {
        return Pattern.compile(
                "^" + String.valueOf(number).replaceAll("(?<=\\d)(?=\\d)", "\\\\s?") + "$");
    }
}
