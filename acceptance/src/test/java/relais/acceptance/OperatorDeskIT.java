package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The operator's desk in a browser: how services fare, events set aside, read models built anew.
 */
@Order(6)
class OperatorDeskIT {

    /** Milliseconds; the log of all tests is read again. */
    private static final double REBUILT = 120_000;

    private static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void onePageSaysHowEverythingFaresAndGoesOnSayingSo() {
        browser.signIn("exploitation", "/desk/operations");

        Locator services = page.locator("#services tbody tr");
        assertThat(services).hasCount(6);
        assertThat(services.filter(new Locator.FilterOptions().setHasText("Injoignable")))
                .hasCount(0);
        page.evaluate("document.querySelector('#now').dataset.old = 'yes'");
        assertThat(page.locator("#now:not([data-old])")).isVisible();
        assertThat(services).hasCount(6);
        browser.look("operations", "/desk/operations");
    }

    @Test
    void anEventThatCannotBeReadIsTriedAgainThenGivenUpWithAReason() {
        String id = poison();
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page reading = plain.page();
            plain.signIn("exploitation", "/desk/operations/parked?service=feed");
            reading.locator("input[value='feed/" + id + "']").check();
            reading.locator("#redrive-chosen").click();
            assertThat(reading.locator(".outcomes")).containsText("a échoué de nouveau");
        }

        browser.signIn("exploitation", "/desk/operations");
        page.navigate("/desk/operations/parked?service=feed");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(id));
        assertThat(row).containsText("n° 3");
        assertThat(row).containsText("et 1 à sa suite");
        browser.look("operations-parked", "/desk/operations/parked");
        browser.look("operations-parked-one", "/desk/operations/parked/feed/" + id);
        browser.look("operations-skip", "/desk/operations/parked/feed/" + id + "/skip");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#f-reason-error")).isVisible();
        page.locator("#f-reason").fill("Octets illisibles, vus avec l’équipe.");
        page.locator("main button[type=submit]").click();

        assertThat(page).hasURL(Pattern.compile(".*/desk/operations/parked$"));
        assertThat(page.locator(".outcomes")).containsText("est réparée");
        assertThat(stack.feed("comite").get("/cards/" + id).json().get("version").asLong())
                .isEqualTo(4);
        browser.expectComplaint("400");
    }

    @Test
    void aModelIsBuiltAnewComparedPutInPlaceAndTakenBack() {
        browser.signIn("exploitation", "/desk/operations/models");
        String serving = servingModel().locator("th").innerText();
        int models = page.locator("#models tbody tr").count();
        browser.look("operations-models", "/desk/operations/models");

        page.locator("a[href='/desk/operations/rebuilds/new']").click();
        page.locator("#f-batchSize").fill("0");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#f-batchSize-error")).isVisible();
        browser.expectComplaint("400");
        page.locator("#f-batchSize").fill("200");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".plan")).containsText("relais.experiences");
        browser.see("operations-plan");
        page.locator("main button[type=submit]").click();

        assertThat(page.locator("#now .lead .status"))
                .hasText("Prêt", new LocatorAssertions.HasTextOptions().setTimeout(REBUILT));
        assertThat(page.locator("#parity-title")).isVisible();
        assertThat(page.locator("#now")).containsText("100 %");
        String rebuilt = page.url();
        browser.look("operations-rebuild", rebuilt);
        try {
            activate();
            page.navigate(rebuilt);
            page.locator("#do-rollback").click();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".outcomes")).containsText("de nouveau en service");
        } finally {
            // Other tests look into the first model; refused if it has its place back already.
            String id = rebuilt.substring(rebuilt.lastIndexOf('/') + 1);
            stack.feed("exploitation").post("/rebuilds/" + id + "/rollback", "");
        }
        assertThat(servingModel()).containsText(serving);

        page.navigate(rebuilt);
        page.locator("#do-remove").click();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#models tbody tr")).hasCount(models);
    }

    private Locator servingModel() {
        return page.locator(
                "#models tbody tr",
                new Page.LocatorOptions().setHas(page.locator(".status.level-good")));
    }

    private void activate() {
        page.locator("#do-activate").click();
        // Where other tests have given up on events, the model that is built anew still holds them.
        if (page.locator("input[name=force]").count() > 0) {
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#errors")).isVisible();
            browser.expectComplaint("409");
            page.locator("input[name=force]").check();
            page.locator("#f-reason").fill("Seuls diffèrent des événements des tests.");
        }
        browser.see("operations-activation");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".outcomes")).containsText("Il est en service");
    }

    @Test
    void theSignInPageSaysPlainlyWhatIsWrong() {
        Stack.assumeInside("The sign-in page of one machine");
        String signIn = stack.local().url("identity") + "/login";
        browser.look("sign-in", signIn);
        page.locator("#username").fill("exploitation");
        page.locator("#password").fill("oubliée");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).containsText("mot de passe incorrect");
        assertThat(page.locator("#username")).hasValue("exploitation");
        browser.see("sign-in-wrong");
    }

    @Test
    void aServiceThatIsDownIsSaidPlainlyWithWhatToDo() {
        browser.signIn("exploitation", "/desk/operations");
        try {
            stack.stop("history");
            assertThat(page.locator("#verdict")).containsText("En panne : Historique");
            assertThat(page.locator(".advice")).containsText("./relais logs history");
            browser.look("operations-down", "/desk/operations");
            browser.expectComplaint("503");
        } finally {
            stack.startEverything();
        }
        assertThat(page.locator("#services .level-bad")).hasCount(0);
    }

    /** A card whose third event nobody can read, and a fourth behind it. */
    private String poison() {
        String id = "x-operator-" + Cards.word();
        try (LogWriter log = new LogWriter(stack)) {
            log.submitted(id, "Empoisonnée sous les yeux de l’exploitation", AT);
            log.published(id, AT.plusSeconds(1));
            log.garbage(id, 3, AT.plusSeconds(2));
            log.confirmed(id, 4, LocalDate.of(2026, 4, 4), AT.plusSeconds(3));
            log.flush();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                stack.feed("exploitation")
                                                        .get("/parked?limit=100")
                                                        .text())
                                        .contains(id + ":4"));
        return id;
    }
}
