package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages in a browser, on the whole stack with the example data. */
class PortalIT {

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void aReaderNarrowsTheFeedWithTheKeyboardAlone() {
        page.navigate("/actualite");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Aller au contenu");
        page.keyboard().press("Enter");
        page.locator("#place").focus();
        page.keyboard().type("meung");

        Locator place = page.locator("#place");
        Locator suggestion = page.locator("#place-options [role=option]").first();
        assertThat(suggestion).containsText("Meung-sur-Loire");
        page.keyboard().press("Escape");
        assertThat(place).hasAttribute("aria-expanded", "false");
        page.keyboard().press("ArrowDown");
        assertThat(place).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(suggestion).hasAttribute("aria-selected", "true");
        assertThat(place).hasAttribute("aria-activedescendant", "place-options-0");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/actualite\\?territory=commune:45203$"));
        assertThat(page.locator(".active")).containsText("Meung-sur-Loire");
        assertThat(page.locator("article.entry h3").first()).containsText("CarTab");
        page.locator(".active a").first().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/actualite$"));
    }

    @Test
    void aPostalCodeFindsItsCommuneAndOneThatNobodyHasIsSaid() {
        page.navigate("/actualite");
        Locator place = page.locator("#place");
        Locator options = page.locator("#place-options [role=option]");
        place.focus();
        page.keyboard().type("25000");
        assertThat(options).hasCount(1);
        assertThat(options.first()).containsText("Besançon");
        page.keyboard().press("ArrowUp");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(options.first()).isHidden();

        place.fill("");
        page.keyboard().type("25999");
        assertThat(page.locator(".picker-said")).containsText("Aucune commune n’a le code postal");
        assertThat(page.locator(".picker-said")).isVisible();
        assertThat(options.first()).containsText("Doubs");
        place.fill("qqqq");
        assertThat(page.locator(".picker-said")).hasText("Aucun territoire trouvé.");
    }

    @Test
    void theMapIsOneStopAndArrowsLeadToNeighbours() {
        page.navigate("/actualite");
        assertThat(page.locator("svg.france a[tabindex='0']")).hasCount(1);
        page.locator("svg.france a[data-code='45']").focus();
        page.keyboard().press("ArrowDown");
        Locator below = page.locator("svg.france a:focus");

        assertThat(below).hasAttribute("data-code", Pattern.compile("18|58"));
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("svg.france a:focus")).hasAttribute("data-code", "45");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*territory=departement:45$"));
        assertThat(page.locator("svg.france a[aria-current]")).hasAttribute("data-code", "45");
        assertThat(page.locator(".active")).containsText("Loiret");
    }

    @Test
    void aNewEntryIsOfferedAndMovesNothing() {
        page.navigate("/actualite?territory=commune:25056");
        page.waitForTimeout(500);
        Locator first = page.locator("article.entry").first();
        double before = first.boundingBox().y;
        assertThat(page.locator("[data-live] a")).isHidden();

        String title = "Vue arriver " + Cards.word();
        Cards.published(title);

        Locator offer = page.locator("[data-live] a");
        assertThat(offer)
                .hasText(
                        Pattern.compile("\\d+ nouvelles? entrées?"),
                        new LocatorAssertions.HasTextOptions().setTimeout(BrowserSession.PATIENCE));
        assertThat(first.boundingBox().y).isEqualTo(before);
        offer.click();
        assertThat(page.locator("article.entry h3").first()).hasText(title);
    }

    @Test
    void thePastIsReadAsItWas() {
        page.navigate("/actualite");
        page.locator("#asOf").fill("2015-12-31");
        page.locator(".as-of button").click();

        assertThat(page.locator(".past")).containsText("31 décembre 2015");
        assertThat(page.locator("article.entry time").first())
                .hasAttribute("datetime", Pattern.compile("^20(0|1[0-5]).*"));
        page.navigate("/actualite?territory=region:76&asOf=2015-12-31");
        assertThat(
                        page.locator("main .notice")
                                .filter(new Locator.FilterOptions().setHasText("Midi-Pyrénées")))
                .isVisible();
        page.locator(".past a").click();
        assertThat(page.locator(".past")).hasCount(0);
    }

    @Test
    void aTownSignsInAndOutAgain() {
        browser.signIn("besancon", "/actualite?axis=USES");

        assertThat(page).hasURL(Pattern.compile(".*/actualite\\?axis=USES$"));
        assertThat(page.locator("header.site .account")).containsText("besancon");
        page.navigate("/account");
        assertThat(page.locator("main")).containsText("Ville de Besançon");
        assertThat(page.content()).doesNotContain("eyJ");
        page.locator("header.site .account button").click();
        assertThat(page.locator("header.site .account")).containsText("Se connecter");
        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile(".*/(login|openid-connect/auth).*"));
    }

    @Test
    void readingNeedsNoScript() {
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page reading = plain.page();
            reading.navigate("/actualite");
            reading.locator("#place").fill("Besan");
            reading.locator("form.place button").click();
            reading.locator(".suggestions a", new Page.LocatorOptions().setHasText("Besançon"))
                    .first()
                    .click();
            assertThat(reading.locator(".active")).containsText("Besançon");
            reading.navigate("/actualite?sort=name");
            assertThat(reading.locator("#figures-table tbody th").first()).hasText("Ain");
            reading.locator("a[rel=next]").click();
            assertThat(reading.locator(".further a")).isVisible();
            reading.locator("article.entry h3 a").first().click();
            assertThat(reading.locator("h1")).isVisible();
        }
    }

    @Test
    void aNewcomerFindsAnIdeaForTheirSchoolWithoutAScript() {
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page reading = plain.page();
            reading.navigate("/");
            assertThat(reading.locator(".figures-row strong")).hasCount(3);
            reading.locator("#idea-level").selectOption("COLLEGE");
            reading.locator("#place").fill("Loiret");
            reading.locator("form.idea button").click();
            if (reading.locator(".suggestions a").count() > 0) {
                reading.locator(".suggestions a").first().click();
            }
            assertThat(reading.locator(".active")).containsText("Loiret");
            assertThat(reading.locator(".active")).containsText("Collège");
            reading.navigate("/experiences");
            assertThat(reading.locator("#found-title"))
                    .hasText(Pattern.compile("\\d+ expériences"));
            reading.locator("#filter-results + ul a").first().click();
            assertThat(reading.locator("article.tile").first()).containsText("Résultats");
            reading.locator(".order a", new Page.LocatorOptions().setHasText("les plus reprises"))
                    .click();
            assertThat(reading).hasURL(Pattern.compile(".*order=adoptions$"));
            reading.locator("article.tile h3 a").first().click();
            assertThat(reading.locator("h1")).isVisible();
        }
    }

    @Test
    void theYearsGoByOnTheFrontPage() {
        page.navigate("/");
        page.locator(".lapse-drive button").click();
        assertThat(page.locator(".lapse-drive output")).hasText(Pattern.compile("20\\d\\d"));
        page.locator(".lapse-drive button").click();
        assertThat(page.locator(".lapse-drive button")).hasText("Voir défiler les années");
    }

    @Test
    void whatIsDownTakesOnlyItsOwnPartWithIt() {
        String card = "/cards/" + idOf("EXPERIENCE");
        try {
            stack.stop("contributions");
            page.navigate(card);
            assertThat(page.locator(".thread .missing")).isVisible();
            assertThat(page.locator(".card-full h2").first()).isVisible();
            browser.expectComplaint("503");
        } finally {
            stack.startEverything();
        }
    }

    /** Looks at each page in two widths, and asks axe what is wrong. */
    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("front", "/");
        pages.put("library", "/experiences");
        pages.put("library-filtered", "/experiences?level=COLLEGE&order=cost&q=tabletes");
        pages.put("texts", "/textes");
        pages.put("axis", "/axes/USES");
        pages.put("tag", "/tags/tablettes");
        pages.put("home", "/actualite");
        pages.put("filtered", "/actualite?territory=departement:45&axis=FRAMEWORKS");
        pages.put("past", "/actualite?asOf=2015-12-31&sort=name");
        pages.put("refused", "/actualite?territory=region:76&asOf=2015-12-31");
        pages.put("places", "/places?place=saint");
        for (String kind :
                List.of(
                        "EXPERIENCE",
                        "PARTNER",
                        "CONTRIBUTION",
                        "OBJECTIVE",
                        "ACTION",
                        "WORKING_DAY")) {
            pages.put(kind.toLowerCase(Locale.ROOT), "/cards/" + idOf(kind));
        }
        pages.put("changes", "/cards/" + idOf("EXPERIENCE") + "/changes?from=2&to=3");
        pages.put("territories", "/territoires?place=saint");
        pages.put("territory", "/territoires/region:53");
        pages.put("commune", "/territoires/commune:25056?asOf=2016-12-31");
        pages.put("former-territory", "/territoires/region:73");
        pages.put("unknown-territory", "/territoires/commune:99999");
        pages.put("partner-page", "/partenaires/" + idOf("PARTNER"));
        pages.put("help", "/aide");
        pages.put("glossary", "/aide/glossaire");
        pages.put("about", "/a-propos");
        pages.put("contact", "/contact");
        pages.put("accessibility", "/accessibility");
        pages.put("legal", "/legal");
        pages.put("not-found", "/cards/none");
        pages.put("account", "/account");
        browser.signIn("besancon", "/");

        pages.forEach(browser::look);
        browser.expectComplaint("404");
    }

    private String idOf(String kind) {
        return stack.feed(null)
                .get(
                        "/cards?limit=100&kind="
                                + kind
                                + (kind.equals("EXPERIENCE") ? "&status=PUBLISHED" : ""))
                .json()
                .get("items")
                .valueStream()
                .max(Comparator.comparingLong(card -> card.get("version").asLong()))
                .orElseThrow()
                .get("id")
                .asString();
    }
}
