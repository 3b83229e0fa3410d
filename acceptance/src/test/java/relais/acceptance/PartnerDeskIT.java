package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The partner's desk in a browser, on the whole stack. */
class PartnerDeskIT {

    private static final String DESK = "/desk/experiences";

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    /** A town posts, the committee publishes, a reader sees it in the feed. */
    @Test
    void fromTheFormToTheFeed() {
        String title = "Un robot au bureau " + Cards.word();
        browser.signIn("besancon", DESK);
        page.getByText("Raconter une expérience").click();
        assertThat(page.locator(".who-posts")).containsText("Ville de Besançon");
        assertThat(page.locator(".who-posts")).containsText("Une commune publie d’elle-même");
        page.getByLabel("École").check();
        page.locator("#step-place [data-turn]").click();
        fillDeed(title);
        assertThat(page.locator("[data-status]")).containsText("Enregistré à");
        assertThat(page).hasURL(Pattern.compile(".*/drafts/d-[^/]+#step-deed$"));
        page.locator("#step-deed [data-turn=step-class]").click();
        page.getByLabel("Nouveaux usages").check();
        page.locator("#step-class [data-turn=step-send]").click();
        page.getByLabel("Nous publions ce texte").check();
        page.getByText("Relire la fiche").click();
        assertThat(page.locator(".preview")).containsText(title);
        assertThat(page.locator(".refused")).hasCount(0);
        page.getByText("Envoyer au comité").click();
        assertThat(page.locator(".done")).containsText("Votre expérience est envoyée");
        String id = idOf(page.locator(".done a"));

        Cards.publish(id, "\"1\"");
        Cards.awaitVersion(id, 2);

        try (BrowserSession reader = BrowserSession.withoutScripts()) {
            reader.page().navigate("/?territory=commune:25056");
            assertThat(reader.page().locator("article.entry h3").first()).hasText(title);
        }
        page.navigate(DESK);
        assertThat(page.locator("[aria-labelledby=PUBLISHED-title]")).containsText(title);
    }

    private void fillDeed(String title) {
        page.locator("#f-title").fill(title);
        page.locator("#f-preview").fill("Une fiche écrite au bureau du partenaire.");
        page.locator("#f-problem").fill("Les élèves n’avaient pas de robot.");
        page.locator("#f-action").fill("Nous en avons acheté un.\nPuis un autre.");
    }

    private static String idOf(Locator link) {
        return link.getAttribute("href").replaceFirst("^/cards/([^?]+).*", "$1");
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        browser.signIn("besancon", DESK);
        browser.look("desk-overview", DESK);
        browser.look("desk-form", DESK + "/new");
        browser.look("desk-form-deed", DESK + "/new#step-deed");
        browser.look("desk-form-send", DESK + "/new#step-send");
        browser.look("desk-import", DESK + "/import");
    }
}
