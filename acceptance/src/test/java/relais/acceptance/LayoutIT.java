package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a browser can tell of the pages: where things stand, on screen and on paper. */
class LayoutIT {

    /** Elements of the page that hide some of what they hold. */
    private static final String CUT =
            """
            () => [...document.querySelectorAll("main, main *")].filter((each) => {
              const style = getComputedStyle(each);
              const clips = (overflow) => overflow !== "visible";
              return each.checkVisibility() && !each.closest(".visually-hidden, .skip, select, input, textarea, progress, svg")
                && ((clips(style.overflowY) && each.scrollHeight > each.clientHeight + 1)
                  || (clips(style.overflowX) && each.scrollWidth > each.clientWidth + 1));
            }).map((each) => `${each.tagName} ${each.className} ${getComputedStyle(each).backgroundImage}`)
            """;

    /** Parts of the page that stand neither below nor to the right of the one before them. */
    private static final String OUT_OF_ORDER =
            """
            () => {
              const parts = [...document.querySelectorAll("header.site > .wide > *, main > *, footer.site > .wide > *")]
                .filter((part) => part.checkVisibility() && part.tagName !== "SCRIPT");
              const isAfter = (one, other) => other.top >= one.bottom - 1 || other.left >= one.right - 1;
              return parts.slice(1).filter((part, i) => !isAfter(parts[i].getBoundingClientRect(), part.getBoundingClientRect()))
                .map((part) => `${part.tagName} ${part.className}`);
            }
            """;

    /** What the page and all but its pictures took to come, in bytes as they travelled. */
    private static final String WEIGHT =
            """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
              .filter((each) => each.initiatorType !== "img")
              .reduce((sum, each) => sum + each.transferSize, 0)
            """;

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actualite",
                "/",
                "/experiences",
                "/textes",
                "/time-machine?asOf=2015-12-31",
                "CONTRIBUTION",
                "OBJECTIVE"
            })
    void paperShowsEverythingAndWhatScrollsOnTheScreenShowsThatItDoes(String what) {
        page.navigate(what.startsWith("/") ? what : "/cards/" + idOf(what));
        page.locator("main details")
                .evaluateAll("all => all.forEach((each) => { each.open = true; })");
        assertThat(cut()).allMatch(each -> each.contains("gradient"));

        page.locator("main details")
                .evaluateAll("all => all.forEach((each) => { each.open = false; })");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(cut()).isEmpty();
        if (what.equals("/actualite")) {
            assertThat(page.locator("#figures-table table")).isVisible();
        }
    }

    /** Pictures come when they are near: those of the example data are on both pages. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/experiences?tag=donnees-d-exemple"})
    void aFirstVisitIsLightAndItsPicturesAreLazy(String path) {
        page.navigate(path);
        BrowserSession.awaitTrue(page, "document.fonts.status === 'loaded'");

        assertThat(((Number) page.evaluate(WEIGHT)).longValue()).isBetween(50_000L, 200_000L);
        assertThat(page.locator("main img").count()).isPositive();
        assertThat(page.locator("main img:not([loading=lazy])")).hasCount(0);
    }

    @Test
    void theCommitteesHeaderIsTwoRowsAndShortOnAPhone() {
        browser.signIn("comite", "/");
        page.navigate("/actualite");
        Locator sections = page.locator("header.site nav a");
        Locator desks = page.locator("header.site nav .desks a");
        assertThat(desks.count()).isGreaterThanOrEqualTo(5);
        double first = sections.first().boundingBox().y;
        double second = desks.first().boundingBox().y;
        assertThat(second).isGreaterThan(first);
        assertThat(page.locator("header.site nav ul:not(.desks) a").last().boundingBox().y)
                .isEqualTo(first);
        assertThat(desks.last().boundingBox().y).isEqualTo(second);
        assertThat(page.locator("header.site").boundingBox().height).isLessThan(110);

        page.setViewportSize(400, 900);
        assertThat(page.locator("header.site").boundingBox().height).isLessThan(130);
        assertThat(sections.first()).isHidden();
        page.locator(".menu").press("Enter");
        assertThat(sections.last()).isVisible();
        page.keyboard().press("Escape");
        assertThat(sections.last()).isHidden();
    }

    /** At each width: what comes later on the screen is reached later by the keyboard. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void theOrderOnTheScreenIsThatOfTheKeyboard(int width) {
        page.setViewportSize(width, 900);
        page.navigate("/actualite");

        assertThat((List<?>) page.evaluate(OUT_OF_ORDER)).isEmpty();

        boolean filters = false;
        for (int i = 0; i < 400 && !isFocusedIn("#feed"); i++) {
            page.keyboard().press("Tab");
            filters |= isFocusedIn("#filters") || isFocusedIn(".filters-menu");
        }
        assertThat(page.locator("#feed :focus")).hasCount(1);
        assertThat(filters).isTrue();
    }

    @Test
    void linksSkipToFiltersEntriesAndMap() {
        page.navigate("/actualite");
        assertThat(page.locator(".jump a")).hasCount(3);
        for (int i = 0; i < 3; i++) {
            Locator skip = page.locator(".jump a").nth(i);
            assertThat(skip).isVisible();
            String target = skip.getAttribute("href");
            skip.press("Enter");
            assertThat(page.locator(target)).isFocused();
        }
    }

    @Test
    void onAPhoneFiltersOpenFromTheirButtonAndCloseByEscape() {
        page.setViewportSize(400, 900);
        page.navigate("/actualite");
        Locator place = page.locator("#place");
        assertThat(place).isHidden();

        page.locator(".filters-menu").press("Enter");
        assertThat(place).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".filters-close")).isFocused();
        page.keyboard().press("Escape");

        assertThat(place).isHidden();
        assertThat(page.locator(".filters-menu")).isFocused();
    }

    @Test
    void aChoiceStandsBesideTheFirstLineOfItsWords() {
        browser.signIn("besancon", "/");
        page.navigate("/desk/experiences/new#step-class");
        Locator label = page.locator("#f-axes > label").first();
        var box = label.locator("input").boundingBox();
        double middle =
                ((Number)
                                label.locator("span")
                                        .evaluate(
                                                """
                                                (words) => { const line = words.getClientRects()[0]; return line.top + line.height / 2; }
                                                """))
                        .doubleValue();
        assertThat(Math.abs(box.y + box.height / 2 - middle)).isLessThan(3);
    }

    @Test
    void theFrameOfTheTimeMachineFollowsItsSlider() {
        page.navigate("/time-machine?asOf=2015-12-31");
        page.locator("a[data-months='-12']").click();

        Locator feed = page.locator("header.site nav a[href^='/actualite']");
        assertThat(feed).hasAttribute("href", "/actualite?asOf=2014-12-31");
        feed.click();
        assertThat(page.locator(".past")).containsText("31 décembre 2014");
    }

    @Test
    void whoeverComesBackFromAnOlderEntryFindsItAgain() {
        page.navigate("/actualite");
        Locator entries = page.locator("#feed article.entry");
        int first = entries.count();
        page.locator("#feed a[rel=next]").click();
        assertThat(entries.nth(first)).isVisible();
        Locator older = entries.nth(first + 5).locator("h3 a");
        String title = older.innerText();
        older.scrollIntoViewIfNeeded();
        double top = ((Number) page.evaluate("window.scrollY")).doubleValue();
        older.click();
        assertThat(page.locator("main h1")).isVisible();

        page.goBack();

        assertThat(entries.nth(first + 5).locator("h3 a")).hasText(title);
        BrowserSession.awaitTrue(page, "Math.abs(window.scrollY - " + top + ") < 50");
    }

    private boolean isFocusedIn(String selector) {
        return (boolean)
                page.evaluate(
                        "selector => Boolean(document.activeElement.closest(selector))", selector);
    }

    private List<String> cut() {
        return ((List<?>) page.evaluate(CUT)).stream().map(String::valueOf).toList();
    }

    private String idOf(String kind) {
        return stack.feed(null)
                .get("/cards?limit=1&kind=" + kind)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }
}
