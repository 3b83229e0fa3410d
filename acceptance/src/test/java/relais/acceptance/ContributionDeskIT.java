package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A contribution from its opening to its adoption and the feed, as several people in browsers. */
@Order(Integer.MAX_VALUE - 1)
class ContributionDeskIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern TEXT = Pattern.compile(".*/desk/contributions/c-[^/#]+/text.*");
    private static final int SECONDS_TO_ANSWER = 12;

    private final Stack stack = Stack.shared();
    private final List<BrowserSession> open = new ArrayList<>();

    @AfterEach
    void nothingWasRefusedByTheBrowsers() {
        open.forEach(BrowserSession::close);
    }

    /** Refusals that a test provoked are pages that a browser complains of. */
    private void expectRefusals() {
        open.forEach(browser -> browser.forgive("status of 4"));
    }

    /** Everything but the autosaving, with scripts switched off. */
    @Test
    void isWrittenAmendedConsultedAndAdoptedWithoutScripts() {
        String word = Cards.word();
        String title = "Socle " + word;
        String experience = Cards.published("Robots à l'école " + word);
        Page mayors = signedIn("amf", false);
        String path = opens(mayors, title);
        writes(mayors, path);
        cites(mayors, path, word);
        Page regions = signedIn("arf", false);
        amends(regions, path);
        answers(mayors, path);

        consults(path);
        takesPosition(regions, path, title);
        Committee others = Committee.at(path.substring(path.lastIndexOf('/') + 1));
        for (String signatory :
                List.of("amf", "amrf", "adf", "cdc", "villes-internet", "numerique")) {
            others.position(signatory, "CONSENT", "");
        }
        others.position("comite", "CONSENT", "");
        adopts(path);

        mayors.navigate("/cards/" + others.id() + "?atLeast=" + others.version());
        assertThat(mayors.locator("h1")).hasText(title);
        assertThat(mayors.locator("main")).containsText("Un poste par élève.");
        assertThat(mayors.locator("main")).containsText("Robots à l'école");
        mayors.navigate("/actualite?q=" + word + "&kind=CONTRIBUTION");
        assertThat(mayors.locator("article.entry").first()).containsText("Contribution adoptée");
        assertThat(mayors.locator("article.entry h3").first()).hasText(title);
        assertThat(stack.feed(null).get("/cards/" + experience).text()).contains(others.id());
        expectRefusals();
    }

    /** What is typed is saved by itself, kept in the browser while it cannot be, and compared. */
    @Test
    void nothingTypedIsLost() {
        Committee contribution = Committee.opens("Brouillon " + Cards.word());
        contribution.drafts("amf", "Deux postes par classe.");
        String path = "/desk/contributions/" + contribution.id();
        Page page = signedIn("amf", true);
        page.navigate(path + "/text");
        field(page, 0, "body").fill("Deux postes par classe, et un pour le maître.");
        assertThat(page.locator("#saved")).hasAttribute("data-kept", "true");
        assertThat(page.locator("#preview")).containsText("un pour le maître");

        page.context().setOffline(true);
        field(page, 1, "body").fill("Un débit suffisant et garanti.");
        assertThat(page.locator("#saved")).containsText("Ce navigateur garde");
        page.context().setOffline(false);
        open.getLast().expectComplaint("ERR_INTERNET_DISCONNECTED");
        open.getLast().forgive("htmx:");
        page.reload();
        assertThat(field(page, 0, "body"))
                .hasValue("Deux postes par classe, et un pour le maître.");
        assertThat(field(page, 1, "body")).hasValue("Un débit suffisant.");
        page.locator("#take-kept").click();
        assertThat(field(page, 1, "body")).hasValue("Un débit suffisant et garanti.");
        assertThat(page.locator("#kept-here")).isHidden();

        // Meanwhile another drafter accepts an amendment to the same section.
        long read = contribution.read().json().get("textVersion").asLong();
        Answer amended =
                contribution.does(
                        "arf",
                        "/amendments",
                        """
                        {"section": "s-1", "basedOn": %d, "body": "Quatre postes par classe.",
                         "reason": "L'usage a changé"}
                        """
                                .formatted(read));
        String amendment = amended.json().get("amendment").asString();
        contribution.does("adf", "/amendments/" + amendment + "/acceptance", "{}");
        page.locator(".editor-actions button[value=publish]").click();
        assertThat(page.locator("#moves")).containsText("Le texte transmis a changé");
        assertThat(page.locator("#moves del").first()).containsText("Quatre");
        assertThat(contribution.read().text()).contains("Quatre postes");
        field(page, 0, "body").fill("Quatre postes par classe, et un pour le maître.");
        page.locator("button[value=go-on]").click();
        assertThat(page.locator("#moves")).hasCount(0);
        page.locator(".editor-actions button[value=publish]").click();
        assertThat(page.locator(".did")).containsText("transmise au comité");
        assertThat(page.locator("#text")).containsText("Quatre postes par classe, et un pour");
        assertThat(page.locator("#text")).containsText("suffisant et garanti");
        expectRefusals();
    }

    @Test
    void aServiceThatIsKilledTakesNoWordWithIt() {
        Committee contribution = Committee.opens("Interrompue " + Cards.word());
        contribution.drafts("amf", "Deux postes par classe.");
        Page page = signedIn("amf", false);
        page.navigate("/desk/contributions/" + contribution.id() + "/text");
        field(page, 0, "body").fill("Trois postes par classe.");
        Locator publish = page.locator(".editor-actions button[value=publish]");
        try {
            stack.kill("contributions");
            publish.click();
            assertThat(page.locator("#errors")).containsText("ne répond pas");
            assertThat(field(page, 0, "body")).hasValue("Trois postes par classe.");
        } finally {
            stack.startEverything();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            publish.click();
                            return page.locator(".did").count() == 1;
                        });
        assertThat(page.locator("#text")).containsText("Trois postes par classe.");
        open.getLast().forgive("status of 503");
    }

    @Test
    void anOutdatedCitationShowsWhatChangedAndIsPinnedAgain() {
        String word = Cards.word();
        String experience = Cards.published("Mesurée " + word);
        Committee contribution = Committee.opens("Appuyée " + word);
        contribution.drafts("amf", "Deux postes par classe.");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                contribution
                                                .asks(
                                                        "amf",
                                                        "/evidence",
                                                        "{\"experience\": \"%s\", \"version\": 2, \"section\": \"s-1\", \"note\": \"Sur deux ans\"}"
                                                                .formatted(experience))
                                                .status()
                                        < 300);
        stack.experiences("besancon")
                .put(
                        "/experiences/" + experience,
                        Cards.experience("Mesurée deux fois " + word, "commune:25056", "ECOLE"),
                        "If-Match",
                        "\"2\"");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> contribution.read().text().contains("REVISED"));
        Cards.awaitVersion(experience, 3);

        Page page = signedIn("amf", true);
        assertThat(task(page, contribution.id())).containsText("Une expérience citée a changé");
        page.navigate("/desk/contributions/" + contribution.id());
        assertThat(page.locator(".evidence .warn")).isVisible();
        page.locator(".evidence a.change").click();
        assertThat(page.locator(".change ins").first()).containsText("deux");
        assertThat(page.locator("#f-section")).hasValue("s-1");
        assertThat(page.locator("#f-note")).hasValue("Sur deux ans");
        page.locator("button[value=cite]").click();
        assertThat(page.locator(".evidence")).containsText("version 3");
        assertThat(page.locator(".evidence .warn")).hasCount(0);
        page.locator(".evidence a.change").click();
        page.locator("button[value=remove]").click();
        assertThat(page.locator(".evidence")).hasCount(0);
    }

    @Test
    void amendmentsOfATextThatMovedAreComparedThreeWays() {
        Committee contribution = Committee.opens("Trois textes " + Cards.word());
        contribution.drafts("amf", "Deux postes par classe, et du débit.");
        String path = "/desk/contributions/" + contribution.id();
        Page regions = signedIn("arf", true);
        regions.navigate(path + "/amendments/new?section=s-1");
        regions.locator("textarea[name=body]").fill("Deux postes par élève, et du débit.");
        regions.locator("textarea[name=reason]").fill("L’usage");
        regions.locator("main button[type=submit]").click();
        assertThat(regions.locator(".did")).isVisible();
        long read = contribution.read().json().get("textVersion").asLong();
        String other =
                contribution
                        .does(
                                "cdc",
                                "/amendments",
                                """
                                {"section": "s-1", "basedOn": %d, "reason": "Réseau",
                                 "body": "Deux postes par classe, et du débit garanti."}
                                """
                                        .formatted(read))
                        .json()
                        .get("amendment")
                        .asString();

        Page mayors = signedIn("amf", true);
        mayors.navigate(path);
        mayors.locator("#amendments tbody a").first().click();
        contribution.does("adf", "/amendments/" + other + "/acceptance", "{}");
        mayors.locator("button[value=accepted]").click();
        assertThat(mayors.locator(".columns-3 .sheet")).hasCount(3);
        assertThat(mayors.locator("textarea[name=body]"))
                .hasValue("Deux postes par élève, et du débit garanti.");
        open.getLast()
                .look("contribution-three-ways", mayors.url().replaceAll("^.*(/desk/.*)$", "$1"));
        mayors.locator("button[value=accepted]").click();
        assertThat(mayors.locator(".did")).containsText("accepté");
        assertThat(mayors.locator("#text")).containsText("par élève, et du débit garanti.");
        expectRefusals();
    }

    @Test
    void peopleTalkBelowACard() {
        String card = "/cards/" + Cards.published("Dont on parle " + Cards.word());
        Page reader = newBrowser(false).page();
        reader.navigate(card);
        assertThat(reader.locator(".write")).hasCount(0);
        Page mayors = signedIn("amf", false);
        mayors.navigate(card);
        mayors.locator(".write button").click();
        assertThat(mayors.locator("#f-text-error")).isVisible();
        mayors.locator("#f-text").fill("Combien de postes <b>par classe</b> ?");
        mayors.locator(".write button").click();
        assertThat(mayors.locator(".thread li .prose"))
                .hasText("Combien de postes <b>par classe</b> ?");
        Page town = signedIn("besancon", true);
        town.navigate(card);
        assertThat(town.locator(".redaction")).hasCount(0);
        town.locator("#f-text").fill("Quatre.");
        town.locator("#f-inReplyTo").selectOption(new SelectOption().setIndex(1));
        town.locator(".write button").click();
        assertThat(town.locator(".thread li.answer")).containsText("Quatre.");
        open.getLast().look("thread", card);
        mayors.navigate(card);
        mayors.locator(".redaction summary").click();
        mayors.locator("button[value=redact]").click();
        assertThat(mayors.locator(".thread li").first()).containsText("Ce message a été retiré");
        expectRefusals();
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        String word = Cards.word();
        Committee contribution = Committee.opens("Regardée " + word);
        contribution.drafts("amf", "Deux postes par **classe** :\\n\\n- un fixe\\n- un mobile");
        long read = contribution.read().json().get("textVersion").asLong();
        String amendment =
                contribution
                        .does(
                                "arf",
                                "/amendments",
                                """
                                {"section": "s-1", "basedOn": %d, "body": "Un poste par élève.",
                                 "reason": "L'usage a changé"}
                                """
                                        .formatted(read))
                        .json()
                        .get("amendment")
                        .asString();
        String path = "/desk/contributions/" + contribution.id();
        signedIn("amf", true);
        BrowserSession drafter = open.getLast();
        drafter.look("contributions", "/desk/contributions");
        drafter.look("contributions-adopted", "/desk/contributions?status=ADOPTED");
        drafter.look("contribution-new", "/desk/contributions/new");
        drafter.look("contribution-drafting", path);
        drafter.look("contribution-text", path + "/text");
        drafter.look("contribution-evidence-search", path + "/evidence?q=tablettes");
        drafter.look("contribution-amendment", path + "/amendments/" + amendment);
        drafter.look("contribution-withdrawal", path + "/withdrawal");
        drafter.page().navigate(path + "/evidence");
        String cite =
                drafter.page().locator("article.entry .actions a").first().getAttribute("href");
        drafter.look("contribution-evidence", cite);
        signedIn("cdc", true);
        open.getLast().look("contribution-amending", path + "/amendments/new?section=s-1");
        contribution.does("amf", "/amendments/" + amendment + "/acceptance", "{}");
        signedIn("comite", true);
        BrowserSession secretary = open.getLast();
        secretary.look("contribution-consultation", path + "/consultation");
        contribution.consults(Duration.ofMinutes(5));
        contribution.position("arf", "OBJECTION", "À chiffrer d'abord");
        contribution.position("cdc", "CONSENT", "");
        secretary.look("contribution-consulted", path);
        secretary.look("contribution-conclusion", path + "/consultation");
        secretary.look("contribution-position", path + "/position");
    }

    private String opens(Page page, String title) {
        page.navigate("/desk/contributions");
        page.locator(".desk-head a.button").click();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#f-title-error")).isVisible();
        page.locator("input[name=kind][value=FRAMEWORK]").check();
        page.locator("input[name=title]").fill(title);
        page.locator("textarea[name=summary]").fill("Ce que toute école devrait avoir");
        page.locator("input[name=axes][value=INFRASTRUCTURE]").check();
        page.locator("input[name=drafters][value=p-adf]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page).hasURL(TEXT);
        assertThat(page.locator(".did")).containsText("ouverte");
        return page.url().replaceAll("^.*(/desk/.*)/text.*$", "$1");
    }

    private static void writes(Page page, String path) {
        field(page, 0, "heading").fill("Équipement");
        field(page, 0, "body").fill("Deux postes par **classe**.");
        page.locator("button[value=add-1]").click();
        field(page, 1, "heading").fill("À retirer");
        page.locator("button[value=add-2]").click();
        field(page, 2, "heading").fill("Réseau");
        field(page, 2, "body").fill("Un débit suffisant.");
        page.locator("button[value=up-2]").click();
        assertThat(field(page, 1, "heading")).hasValue("Réseau");
        page.locator("button[value=remove-2]").click();
        assertThat(page.locator(".notice")).containsText(new String[] {"enregistrée", "À retirer"});
        page.locator("button[value=restore]").click();
        assertThat(field(page, 2, "heading")).hasValue("À retirer");
        page.locator("button[value=remove-2]").click();

        // What is saved is there for whoever comes back, and for nobody else.
        page.navigate(path);
        assertThat(page.locator("#text")).containsText("Rien n’est encore écrit");
        assertThat(page.locator(".doing")).containsText("Une copie de travail");
        page.navigate(path + "/text");
        assertThat(field(page, 0, "body")).hasValue("Deux postes par **classe**.");
        assertThat(page.locator("#preview strong")).hasText("classe");
        page.locator("button[value=publish]").click();
        assertThat(page.locator(".did")).containsText("transmise au comité");
        assertThat(page.locator("article.section h3"))
                .hasText(new String[] {"1. Équipement", "2. Réseau"});
    }

    private static void cites(Page page, String path, String word) {
        page.locator("article.section .section-links a", hasText("Citer")).first().click();
        page.locator("#q").fill(word);
        page.locator("form.search button").click();
        page.locator("article.entry .actions a").first().click();
        assertThat(page.locator("#f-version")).hasValue("2");
        page.locator("textarea[name=note]").fill("Mesuré dans douze écoles");
        // The service of contributions may hear of a publication a moment later.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            page.locator("button[value=cite]").click();
                            return page.locator(".did").count() == 1;
                        });
        assertThat(page).hasURL(Pattern.compile(".*" + path + "#text$"));
        assertThat(page.locator("article.section").first().locator(".evidence"))
                .containsText("Robots à l'école");
    }

    private static void amends(Page page, String path) {
        for (String body : List.of("Un poste par élève.", "Trois postes par classe.")) {
            page.navigate(path);
            page.locator("article.section .section-links a", hasText("amendement"))
                    .last()
                    .scrollIntoViewIfNeeded();
            page.locator("article.section")
                    .first()
                    .locator("a", new Locator.LocatorOptions().setHasText("Proposer"))
                    .click();
            page.locator("textarea[name=body]").fill(body);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#f-reason-error")).isVisible();
            assertThat(page.locator("textarea[name=body]")).hasValue(body);
            page.locator("textarea[name=reason]").fill("L’usage a changé");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".did")).containsText("proposé");
        }
    }

    private static void answers(Page page, String path) {
        page.navigate("/desk/contributions");
        assertThat(task(page, path.replaceAll("^.*/", ""))).containsText("2 amendements attendent");
        page.navigate(path);
        page.locator("#amendments tbody a").first().click();
        assertThat(page.locator(".columns .sheet")).hasCount(2);
        assertThat(page.locator(".columns ins").first()).containsText("Un poste");
        page.locator("button[value=accepted]").click();
        assertThat(page.locator(".did")).containsText("accepté");

        page.locator("#amendments tbody a").last().click();
        assertThat(page.locator(".columns .sheet")).hasCount(3);
        page.locator("button[value=rejected]").click();
        assertThat(page.locator("#f-reason-error")).isVisible();
        page.locator("textarea[name=reason]").fill("Un par élève suffit");
        page.locator("button[value=rejected]").click();
        assertThat(page.locator("#amendments")).containsText("Un par élève suffit");
        assertThat(page.locator("article.section").first()).containsText("Un poste par élève.");
    }

    private void consults(String path) {
        Page page = signedIn("comite", false);
        page.navigate(path + "/consultation");
        assertThat(page.locator(".board")).containsText("pas encore soumis");
        page.locator("#f-deadline").fill("2001-01-01T10:00");
        page.locator("button[value=consulted]").click();
        assertThat(page.locator("#f-deadline-error")).isVisible();
        page.locator("#f-deadline").fill(local(Instant.now().plusSeconds(SECONDS_TO_ANSWER)));
        page.locator("button[value=consulted]").click();
        assertThat(page.locator(".did")).containsText("ouverte");
        assertThat(page.locator(".board")).containsText("Il manque des positions");
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, PARIS).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void takesPosition(Page page, String path, String title) {
        page.navigate("/desk/contributions");
        page.locator(".task-list li", hasText(title)).locator("a.button").click();
        page.locator("input[name=position][value=OBJECTION]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#f-reason-error")).isVisible();
        page.locator("input[name=position][value=RESERVATION]").check();
        page.locator("textarea[name=reason]").fill("Sous réserve des crédits");
        page.locator("main button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*" + path + "$"));
        assertThat(page.locator("#positions")).containsText("Sous réserve des crédits");
        assertThat(page.locator("#positions")).containsText("n’a pas encore répondu");
    }

    private void adopts(String path) {
        Page page = open.getLast().page();
        Awaitility.await()
                .atMost(Duration.ofSeconds(SECONDS_TO_ANSWER + 15))
                .until(
                        () -> {
                            page.navigate(path + "/consultation");
                            page.locator("#f-note").fill("Adopté en séance");
                            page.locator("button[value=adopt]").click();
                            return page.locator(".did").count() == 1;
                        });
        assertThat(page.locator(".desk-head .status")).hasText("Adoptée");
    }

    private Page signedIn(String account, boolean scripts) {
        BrowserSession browser = newBrowser(scripts);
        browser.signIn(account, "/desk/contributions");
        return browser.page();
    }

    private BrowserSession newBrowser(boolean scripts) {
        BrowserSession browser = scripts ? BrowserSession.open() : BrowserSession.withoutScripts();
        open.add(browser);
        return browser;
    }

    private static Locator field(Page page, int at, String part) {
        return page.locator("[name='sections[" + at + "]." + part + "']");
    }

    private static Locator task(Page page, String contribution) {
        return page.locator(".task-list li:has(a[href*='" + contribution + "'])");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
