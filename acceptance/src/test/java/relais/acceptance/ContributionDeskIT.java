package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contributions' desk in a browser, as several people. */
class ContributionDeskIT {

    private static final Pattern OPENED =
            Pattern.compile(".*/desk/contributions/(c-[^/#]+)/text$");

    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void tryIt() {
        browser.signIn("amf", "/desk/contributions");
        browser.look("desk-list", "/desk/contributions");
        browser.look("desk-new", "/desk/contributions/new");
        page.locator("input[name=kind][value=FRAMEWORK]").check();
        page.locator("input[name=title]").fill("Socle de l'atelier " + Cards.word().substring(0, 8));
        page.locator("textarea[name=summary]").fill("Ce qu'une école devrait avoir");
        page.locator("input[name=axes][value=INFRASTRUCTURE]").check();
        page.locator("input[name=drafters][value=p-adf]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page).hasURL(OPENED);
        String path = page.url().replaceAll("^.*(/desk/.*)/text$", "$1");
        browser.look("desk-text", path + "/text");
        System.out.println(path);
    }
}
