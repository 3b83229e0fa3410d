package relais.acceptance;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The committee's desk in a browser, on the whole stack. */
class CommitteeDeskIT {

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void reviewPagesAreAccessibleAndFitTwoWidths() {
        browser.signIn("comite", "/desk/review");
        String id = Cards.post("Regarder la file " + Cards.word()).id();
        Cards.awaitVersion(id, 1);
        String published = Cards.published("Mettre en avant " + Cards.word());
        browser.look("committee-queue", "/desk/review");
        browser.look("committee-card", "/desk/review/" + id);
        browser.look("committee-return", "/desk/review/" + id + "/return");
        browser.look("committee-published", "/desk/review/published");
        browser.look("committee-published-card", "/desk/review/" + published);
        browser.look("committee-highlight", "/desk/review/" + published + "/highlight");
        browser.look("committee-moderation", "/desk/review/" + published + "/moderation");
        browser.look("committee-thread", "/desk/review/threads/" + published);
    }
}
