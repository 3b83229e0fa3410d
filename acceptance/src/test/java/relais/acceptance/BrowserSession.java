package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The browser of one person, with cookies of its own, on the portal of the whole stack. Whatever
 * the policy of a page forbids and whatever a script trips over fails the test when the session is
 * closed.
 */
final class BrowserSession implements AutoCloseable {

    /** Milliseconds. */
    static final double PATIENCE = 60_000;

    private static final double BETWEEN_LOOKS = 50;

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int[] WIDTHS = {1280, 400};
    private static final int HEIGHT = 900;

    /** That of the sign-in page here, and of Keycloak's. */
    static final String SUBMIT = "button[type=submit], input[type=submit]";

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    private BrowserSession(boolean scripts) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        String portal = Stack.shared().local().url("portal").toString();
        context =
                Chromium.shared()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setLocale("fr-FR")
                                        .setJavaScriptEnabled(scripts)
                                        .setViewportSize(WIDTHS[0], HEIGHT)
                                        .setBaseURL(portal));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(
                message -> {
                    // The pages of another issuer are not ours to mend.
                    boolean ours = !Stack.isDeployment() || page.url().startsWith(portal);
                    if (message.type().equals("error") && ours) {
                        complaints.add(page.url() + ": " + message.text());
                    }
                });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static BrowserSession open() {
        return new BrowserSession(true);
    }

    /** One whose scripts are switched off. */
    static BrowserSession withoutScripts() {
        return new BrowserSession(false);
    }

    Page page() {
        return page;
    }

    /**
     * Waits until a script finds something true. The policy of the pages lets Playwright's own way
     * of waiting look once only.
     */
    static void awaitTrue(Page page, String script) {
        long end = System.nanoTime() + Duration.ofMillis((long) PATIENCE).toNanos();
        while (!isTrue(page, script)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not true on " + page.url() + ": " + script);
            }
            page.waitForTimeout(BETWEEN_LOOKS);
        }
    }

    private static boolean isTrue(Page page, String script) {
        try {
            return Boolean.TRUE.equals(page.evaluate(script));
        } catch (PlaywrightException leaving) {
            // A page that is left while the script runs has no answer.
            return false;
        }
    }

    /**
     * Signs in with a demo account.
     *
     * @param back path to come back to
     */
    void signIn(String account, String back) {
        page.navigate("/sign-in?back=" + back.replace("&", "%26").replace("=", "%3D"));
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(account + "-demo");
        page.locator(SUBMIT).first().click();
        assertThat(page.locator("header.site .account")).containsText(account);
    }

    /**
     * Looks at a page in two widths and asks axe what is wrong. With {@code -Dpictures=true} a
     * picture of each is saved in {@code target/pictures}.
     */
    void look(String name, String path) {
        page.navigate(path);
        see(name);
    }

    /** The same with the page as it is now, such as one that a form has led to. */
    void see(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            picture(name + "-" + width);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", page.url())
                    .isLessThanOrEqualTo(width);
        }
        // Of what is as it should be nothing is wanted, which is nearly all that axe would
        // describe.
        var faults = new AxeRunOptions();
        faults.setResultTypes(List.of("violations"));
        List<String> serious =
                // Without frames there is nothing for a page of axe's own to put together.
                new AxeBuilder(page)
                        .options(faults).setLegacyMode(true).analyze().getViolations().stream()
                                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                                .map(BrowserSession::said)
                                .toList();
        assertThat(serious).as("%s at 400 pixels", page.url()).isEmpty();
        page.setViewportSize(WIDTHS[0], HEIGHT);
    }

    private void picture(String name) {
        if (Boolean.getBoolean("pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /** A page that answers with an error is one that the browser complains of. */
    void expectComplaint(String part) {
        assertThat(complaints).anyMatch(said -> said.contains(part));
        complaints.removeIf(said -> said.contains(part));
    }

    /** The same where it may or may not have come to that. */
    void forgive(String part) {
        complaints.removeIf(said -> said.contains(part));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
