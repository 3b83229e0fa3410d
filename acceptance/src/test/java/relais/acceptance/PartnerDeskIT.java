package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The partner's desk in a browser, on the whole stack. */
@Order(Integer.MAX_VALUE - 2)
class PartnerDeskIT {

    private static final String DESK = "/desk/experiences";
    private static final String SAVED = "Enregistré à";
    private static final int MOST_STOPS = 120;

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
        assertThat(page.locator(".who-posts"))
                .containsText("Une commune peut publier seule pour les écoles");
        page.getByLabel("École").check();
        page.locator("#step-place [data-turn]").click();
        fillDeed(page, title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        assertThat(page).hasURL(Pattern.compile(".*/drafts/d-[^/]+#step-deed$"));
        page.locator("#step-deed [data-turn=step-class]").click();
        page.getByLabel("Nouveaux usages").check();
        page.locator("#step-class [data-turn=step-send]").click();
        page.getByLabel("Nous publions ce texte").check();
        page.getByText("Relire la fiche").click();
        assertThat(page.locator(".preview h2").first()).hasText(title);
        assertThat(page.locator(".refused")).hasCount(0);
        browser.see("desk-preview");
        page.getByText("Envoyer au comité").click();
        assertThat(page.locator(".done")).containsText("Votre expérience est envoyée");
        String id = idOf(page.locator(".done a"));

        Cards.publish(id, "\"1\"");
        Cards.awaitVersion(id, 2);

        try (BrowserSession reader = BrowserSession.open()) {
            reader.page().navigate("/actualite?q=" + title.substring(title.lastIndexOf(' ') + 1));
            assertThat(reader.page().locator("article.entry h3").first()).hasText(title);
        }
        page.navigate(DESK);
        assertThat(page.locator("[aria-labelledby=PUBLISHED-title]")).containsText(title);
    }

    @Test
    void postingNeedsNoScript() {
        String title = "Sans script " + Cards.word();
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page form = plain.page();
            plain.signIn("besancon", DESK + "/new");
            assertThat(form.locator(".step:visible")).hasCount(4);
            form.getByLabel("Collège").check();
            form.locator("#f-title").fill(title);
            form.locator("#f-means-euros").fill("beaucoup");
            form.getByText("Relire la fiche").click();
            assertThat(form.locator("#f-means-euros-error")).containsText("Indiquez un nombre");
            form.locator("#f-means-euros").fill("18 000,50");
            form.getByText("Relire la fiche").click();
            assertThat(form.locator(".refused"))
                    .containsText("La fiche ne peut pas encore être envoyée");

            assertThat(form.locator(".refused")).containsText("Une commune peut publier seule");
            assertThat(form.locator(".refused")).containsText("Décrivez le problème");
            assertThat(form.getByText("Envoyer au comité")).hasCount(0);
            form.locator("form.send a.button").click();
            assertThat(form.locator("#f-title")).hasValue(title);
            form.getByLabel("École").check();
            fillDeed(form, title);
            form.getByLabel("Nouveaux usages").check();
            form.getByLabel("Nous publions ce texte").check();
            form.getByText("Relire la fiche").click();
            assertThat(form.locator(".preview")).containsText("18 000,5");
            form.getByText("Envoyer au comité").click();
            assertThat(form.locator(".done")).containsText("Votre expérience est envoyée");
            assertThat(form.locator("[aria-labelledby=SUBMITTED-title]")).containsText(title);
            plain.expectComplaint("422");
        }
    }

    /** A picture, sent without a script, is seen by everyone until its card is moderated. */
    @Test
    void aPictureFromTheFormToTheCardAndAway() throws IOException {
        String title = "En image " + Cards.word();
        String id;
        try (BrowserSession plain = BrowserSession.withoutScripts()) {
            Page form = plain.page();
            plain.signIn("besancon", DESK + "/new");
            form.getByLabel("École").check();
            fillDeed(form, title);
            form.getByLabel("Nouveaux usages").check();
            form.getByLabel("Nous publions ce texte").check();
            form.locator("[name=newPictures]")
                    .setInputFiles(file("logo.svg", "<svg/>".getBytes(UTF_8)));
            form.getByText("Envoyer les fichiers choisis").click();
            assertThat(form.locator("#errors")).containsText("logo.svg");
            assertThat(form.locator("#errors")).containsText("dessin SVG");
            assertThat(form.locator("#f-title")).hasValue(title);
            plain.expectComplaint("422");

            form.locator("[name=newPictures]").setInputFiles(file("classe.png", drawing()));
            form.getByText("Envoyer les fichiers choisis").click();
            assertThat(form.locator(".sent-file img")).hasCount(1);
            form.locator("[name='pictures[0].alternative']").fill("Un dessin bleu");
            form.getByText("Relire la fiche").click();
            assertThat(form.locator(".preview .pictures img"))
                    .hasAttribute("alt", "Un dessin bleu");
            form.getByText("Envoyer au comité").click();
            id = idOf(form.locator(".done a"));
        }
        Cards.publish(id, "\"1\"");
        Cards.awaitVersion(id, 2);

        page.navigate("/cards/" + id);
        Locator picture = page.locator(".pictures img");
        assertThat(picture).hasAttribute("alt", "Un dessin bleu");
        picture.scrollIntoViewIfNeeded();
        BrowserSession.awaitTrue(page, "document.querySelector('.pictures img').naturalWidth > 0");
        String address = picture.getAttribute("src");
        browser.see("card-with-picture");

        Answer moderated =
                stack.experiences("comite")
                        .post(
                                "/experiences/" + id + "/moderation",
                                "{\"reason\": \"Un élève y est reconnaissable.\"}",
                                "If-Match",
                                "\"2\"");
        assertThat(moderated.status()).as(moderated.text()).isEqualTo(200);
        // This browser may keep it for a week; another one does not get it.
        try (BrowserSession other = BrowserSession.open()) {
            other.page().navigate(address);
            assertThat(other.page().locator("h1")).hasText("Ce fichier n’est plus conservé");
            other.expectComplaint("404");
        }
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static byte[] drawing() throws IOException {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x2a5f9e));
        graphics.fillRect(0, 0, 900, 600);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aReloadACutAndALostSessionLoseNothing() {
        String title = "Rien de perdu " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        page.reload();
        assertThat(page.locator("#f-title")).hasValue(title);

        // Nothing gets through any more, and the page is read again before it does.
        page.route(Pattern.compile(".*/drafts/.*"), PartnerDeskIT::cut);
        page.locator("#f-problem").fill("Tapé sans réseau");
        assertThat(page.locator("[data-status]")).containsText("Pas de réseau");
        page.reload();
        assertThat(page.locator("#f-problem")).hasValue("Tapé sans réseau");
        assertThat(page.locator("[data-restored]")).isVisible();
        page.unrouteAll();
        page.locator("#f-action").fill("Tapé ensuite");
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        browser.expectComplaint("ERR_FAILED");

        String draft = page.url();
        page.context().clearCookies();
        page.locator("#f-action").fill("Tapé sans session");
        assertThat(page.locator("[data-status]")).containsText("Votre session a pris fin");
        page.locator("#f-transfer").fill("Tapé encore après");
        page.locator("[data-status] a").click();
        signInAgain("besancon");
        page.navigate(draft);
        assertThat(page.locator("#f-action")).hasValue("Tapé sans session");
        assertThat(page.locator("#f-transfer")).hasValue("Tapé encore après");
        assertThat(page.locator("[data-status]")).containsText(SAVED);

        page.navigate(DESK);
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(title));
        row.getByText("Supprimer").click();
        page.getByText("Supprimer le brouillon").click();
        assertThat(page.locator(".done")).containsText("Le brouillon est supprimé");
        assertThat(page.locator("main")).not().containsText(title);
    }

    @Test
    void anAnswerThatSavedNothingLosesNothing() {
        String title = "Lentement refusée " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        String draft = page.url().replaceFirst("#.*", "");
        page.locator("#f-means-euros").fill("beaucoup");
        assertThat(page.locator("[data-status]")).containsText("sauf un nombre");
        page.reload();
        assertThat(page.locator("#f-means-euros")).hasValue("beaucoup");

        page.locator("#f-problem").fill("Tapé juste avant.");
        page.locator(".keeping button").click();
        assertThat(page.locator("#f-means-euros-error")).containsText("Indiquez un nombre");
        page.navigate(DESK);
        page.navigate(draft);
        assertThat(page.locator("#f-problem")).hasValue("Tapé juste avant.");
        assertThat(page.locator("#f-means-euros")).hasValue("beaucoup");
        browser.expectComplaint("422");
    }

    /** The service has a later version than the page knows, and less text than the device. */
    @Test
    void aLostAnswerBeforeAButtonThatFailsLosesNothing() {
        String title = "Réponse perdue " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        String draft = page.url().replaceFirst("#.*", "");
        page.route(
                "**/desk/experiences/drafts/*",
                route -> {
                    if (!route.request().isNavigationRequest()) {
                        route.fetch();
                    }
                    cut(route);
                });
        page.locator("#f-problem").fill("Arrivé, sans que la page le sache.");
        assertThat(page.locator("[data-status]")).containsText("Pas de réseau");
        page.locator("#f-action").fill("Tapé ensuite.");
        page.locator(".keeping button").click();
        page.waitForURL(url -> !url.startsWith(draft));
        page.unrouteAll();
        page.navigate(draft);
        assertThat(page.locator("#f-problem")).hasValue("Arrivé, sans que la page le sache.");
        assertThat(page.locator("#f-action")).hasValue("Tapé ensuite.");
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        assertThat(page.locator("main")).not().containsText("Quelqu’un d’autre");
        browser.expectComplaint("ERR_FAILED");
    }

    @Test
    void whatTwoPeopleChangeAtOnceIsForOneOfThemToDecide() {
        String title = "À deux mains " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        String id = page.url().replaceFirst(".*/(d-[^#]+).*", "$1");
        Answer now = stack.experiences("besancon").get("/drafts/" + id);
        Answer other =
                stack.experiences("besancon")
                        .put(
                                "/drafts/" + id,
                                "{\"title\": \"De quelqu'un d'autre\"}",
                                "If-Match",
                                now.etag());
        assertThat(other.status()).as(other.text()).isEqualTo(200);

        page.locator("#f-title").fill(title + " encore");
        assertThat(page.locator("[data-status]")).containsText("a changé ailleurs");
        page.locator(".keeping button").click();
        assertThat(page.locator("main")).containsText("Quelqu’un d’autre a modifié cette fiche");
        assertThat(page.locator("#f-title")).hasValue(title + " encore");
        page.locator(".keeping button").click();
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        assertThat(page.locator("#f-title")).hasValue(title + " encore");
        browser.expectComplaint("412");
    }

    /** Neither while the autosave is under way nor where its answer was lost. */
    @Test
    void aButtonPressedDuringTheAutosaveMeetsNoChangeOfAnybodyElse() {
        String title = "À une main " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        List<Route> held = new ArrayList<>();
        page.route(
                "**/desk/experiences/drafts/*",
                route -> {
                    String sent = route.request().postData();
                    if (sent != null && sent.contains("do=autosave")) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });

        page.locator("#f-title").fill(title + " encore");
        page.waitForCondition(() -> held.size() == 1);
        page.locator(".keeping button").dblclick();
        untilTheNextPage(held.getFirst()::resume);
        expectSavedOnItsStep(title + " encore");

        page.locator("#f-title").fill(title + " enfin");
        page.waitForCondition(() -> held.size() == 2);
        page.locator(".keeping button").click();
        untilTheNextPage(
                () -> {
                    held.get(1).fetch();
                    held.get(1).abort();
                });
        expectSavedOnItsStep(title + " enfin");
        browser.expectComplaint("ERR_FAILED");
    }

    private void untilTheNextPage(Runnable deed) {
        page.evaluate("window.isBefore = true");
        deed.run();
        BrowserSession.awaitTrue(page, "window.isBefore === undefined");
        // Its script gives a form what was kept on the device, whatever is typed before.
        page.waitForLoadState();
    }

    private void expectSavedOnItsStep(String title) {
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        assertThat(page.locator("main")).not().containsText("Quelqu’un d’autre");
        assertThat(page.locator("#f-title")).isVisible();
        assertThat(page.locator("#f-title")).hasValue(title);
    }

    /** Returned, mended, published, revised, confirmed, withdrawn. */
    @Test
    void aWholeLife() {
        String title = "Une vie entière " + Cards.word();
        String id = Cards.post(title).id();
        Answer returned =
                stack.experiences("comite")
                        .post(
                                "/experiences/" + id + "/return",
                                """
                                {"reason": "Presque prêt.", "comments": [{"field": "title", "comment": "Plus court <b>"},
                                 {"field": "means.euros", "comment": "Combien ?"}]}\
                                """,
                                "If-Match",
                                "\"1\"");
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);

        browser.signIn("besancon", DESK);
        browser.look("desk-returned", DESK);
        browser.look("desk-resubmission", DESK + "/" + id + "/edit#step-deed");
        assertThat(page.locator(".requested").first()).containsText("Plus court <b>");
        page.locator("#f-title").fill(title + " bis");
        page.locator("#f-means-euros").fill("1200");
        page.locator("nav.steps a[href='#step-send']").click();
        page.getByText("Soumettre de nouveau").last().click();
        assertThat(page.locator(".done")).containsText("de nouveau envoyée");
        Cards.publish(id, "\"3\"");
        Cards.awaitVersion(id, 4);

        page.navigate("/cards/" + id);
        page.getByText("Réviser cette fiche").click();
        page.locator("nav.steps a[href='#step-send']").click();
        page.locator("#f-summary").fill("Le titre est plus juste.");
        page.locator("nav.steps a[href='#step-deed']").click();
        page.locator("#f-title").fill(title + " ter");
        page.locator("nav.steps a[href='#step-send']").click();
        page.getByText("Publier la révision").click();
        assertThat(page.locator(".done")).containsText("La révision est publiée");
        assertThat(page.locator("[aria-labelledby=PUBLISHED-title]")).containsText(title + " ter");

        browser.look("desk-confirmation", DESK + "/" + id + "/confirmation");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".done")).containsText("toujours en cours");
        page.locator(".done a").click();
        assertThat(page.locator(".card-side")).containsText("Confirmée en cours le");
        browser.look("desk-withdrawal", DESK + "/" + id + "/withdrawal");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#f-reason-error")).containsText("Indiquez le motif");
        browser.expectComplaint("422");
        page.locator("#f-reason").fill("L’école a fermé.");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".done")).containsText("L’expérience est retirée");
    }

    @Test
    void anotherTerritoryAdoptsAndReports() {
        String title = "À reprendre " + Cards.word();
        String id = Cards.published(title);
        browser.signIn("loiret", "/cards/" + id);
        browser.look("desk-card-entry", "/cards/" + id);
        page.getByText("Adopter cette expérience").click();
        browser.look("desk-adoption", page.url());
        page.locator("#f-plan").fill("Dans deux collèges, à la rentrée.");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".done")).containsText("Votre partenaire a adopté");
        page.locator(".done a").click();
        assertThat(page.locator("#adoptions")).containsText("Dans deux collèges");
        assertThat(page.locator(".partner-entry")).containsText("a adopté cette expérience");

        page.getByText("Rendre compte de votre adoption").click();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#f-results-text-error")).containsText("Décrivez les résultats");
        browser.expectComplaint("422");
        browser.see("desk-report-refused");
        page.getByLabel("Mesurés").check();
        page.locator("#f-results-text").fill("Les élèves en redemandent.");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".done")).containsText("Votre compte rendu est publié");
        page.locator(".done a").click();
        assertThat(page.locator("#adoptions")).containsText("Les élèves en redemandent.");

        page.getByText("Soutenir cette expérience").click();
        page.locator("#f-comment").fill("Simple et solide.");
        page.locator("main button[type=submit]").click();
        page.locator(".done a").click();
        assertThat(page.locator("#endorsements")).containsText("Simple et solide.");
        page.navigate(DESK);
        assertThat(page.locator("[aria-labelledby=adopted-title]")).containsText(title);
        page.navigate(DESK + "/" + id + "/end");
        page.locator("#f-reason").fill("C’est devenu ordinaire.");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".done")).containsText("L’adoption est terminée");
        Locator ended =
                page.locator(
                        "[aria-labelledby=adopted-title] tr",
                        new Page.LocatorOptions().setHasText(title));
        assertThat(ended).containsText("Fin le");
        assertThat(ended.locator("td a")).hasCount(0);
        page.locator(".done a").click();
        assertThat(page.locator("#adoptions")).containsText("C’est devenu ordinaire.");
        assertThat(page.locator(".partner-entry")).containsText("Adopter cette expérience");
        browser.look("desk-ended", DESK);
    }

    @Test
    void aTableIsRehearsedThenImported() {
        String reference = "fiche-" + UUID.randomUUID();
        browser.signIn("besancon", DESK + "/import");
        // As a spreadsheet on Windows writes it.
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "fiches.csv",
                                "text/csv",
                                table(reference).getBytes(windows1252())));
        page.getByText("Voir ce que fera chaque ligne").click();

        assertThat(page.locator(".notice")).containsText("Rien n’est encore envoyé");
        assertThat(page.locator(".row-created")).containsText("Sera envoyée au comité");
        assertThat(page.locator(".row-created")).containsText("Élèves et robots " + reference);
        assertThat(page.locator(".row-refused")).containsText("titre");
        browser.see("desk-import-rehearsal");
        page.getByText("Importer les lignes correctes").click();
        assertThat(page.locator(".done")).containsText("Une expérience envoyée au comité");
        assertThat(page.locator(".row-created")).containsText("Envoyée au comité");
        browser.see("desk-import-outcome");
        page.getByText("Voir la fiche").click();
        assertThat(page.locator(".preview h2").first()).hasText("Élèves et robots " + reference);
    }

    @Test
    void postingImportingAndAdoptingNeedNoMouse() {
        String title = "Au clavier " + Cards.word();
        browser.signIn("besancon", DESK);
        press(page.getByText("Raconter une expérience"), "Enter");
        choose("input[name=level][value=ECOLE]");
        press(page.locator("#step-place [data-turn]"), "Enter");
        assertThat(page.locator("#step-deed")).isFocused();
        type("#f-title", title);
        type("#f-preview", "Sans souris.");
        type("#f-problem", "Pas de souris.");
        type("#f-action", "Tout au clavier.");
        press(page.locator("#step-deed [data-turn=step-class]"), "Enter");
        choose("input[name=axes][value=USES]");
        press(page.locator("#step-class [data-turn=step-send]"), "Enter");
        choose("input[name=licenceAccepted]");
        press(page.getByText("Relire la fiche"), "Enter");
        press(page.getByText("Envoyer au comité"), "Enter");
        assertThat(page.locator(".done")).containsText("Votre expérience est envoyée");

        String reference = "fiche-" + UUID.randomUUID();
        press(page.getByText("Importer un tableau"), "Enter");
        press(page.getByText("Ou coller le tableau"), "Enter");
        type("#f-table", table(reference));
        press(page.getByText("Voir ce que fera chaque ligne"), "Enter");
        press(page.getByText("Importer les lignes correctes"), "Enter");
        assertThat(page.locator(".row-created")).containsText(reference);

        String id = Cards.published("À reprendre au clavier " + Cards.word());
        try (BrowserSession other = BrowserSession.open()) {
            other.signIn("loiret", "/cards/" + id);
            press(other.page().getByText("Adopter cette expérience"), "Enter");
            reach(other.page().locator("#f-plan"));
            other.page().keyboard().insertText("Sans souris non plus.");
            press(other.page().locator("main button[type=submit]"), "Enter");
            assertThat(other.page().locator(".done")).containsText("Votre partenaire a adopté");
        }
    }

    /** Of a service that dies under one's hands, too. Restores everything. */
    @Test
    void aKilledServiceLosesNothing() {
        String title = "Pendant la panne " + Cards.word();
        browser.signIn("besancon", DESK);
        page.navigate(DESK + "/new#step-deed");
        page.locator("#f-title").fill(title);
        assertThat(page.locator("[data-status]")).containsText(SAVED);
        try {
            stack.kill("experiences");
            page.locator("#f-problem").fill("Tapé pendant la panne.");
            assertThat(page.locator("[data-status]")).containsText("Le service ne répond pas");
            page.locator(".keeping button").click();
            assertThat(page.locator("#errors")).containsText("Le service ne répond pas");
            assertThat(page.locator("#f-problem")).hasValue("Tapé pendant la panne.");
            browser.see("desk-away");
            page.navigate(DESK);
            assertThat(page.locator("[aria-labelledby=drafts-title] .missing")).isVisible();
            browser.expectComplaint("503");
        } finally {
            stack.startEverything();
        }
        Locator draft = page.getByText(title).first();
        page.reload();
        draft.click();
        assertThat(page.locator("#f-problem")).hasValue("Tapé pendant la panne.");
        assertThat(page.locator("[data-status]")).containsText(SAVED);
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        browser.signIn("besancon", DESK);
        browser.look("desk-overview", DESK);
        browser.look("desk-form", DESK + "/new");
        browser.look("desk-form-deed", DESK + "/new#step-deed");
        browser.look("desk-form-class", DESK + "/new#step-class");
        browser.look("desk-form-send", DESK + "/new#step-send");
        browser.look("desk-import", DESK + "/import");
        browser.look("desk-state", DESK + "/by-state/PUBLISHED");
    }

    private static void fillDeed(Page form, String title) {
        form.locator("#f-title").fill(title);
        form.locator("#f-preview").fill("Une fiche écrite au bureau du partenaire.");
        form.locator("#f-problem").fill("Les élèves n’avaient pas de robot.");
        form.locator("#f-action").fill("Nous en avons acheté un.\nPuis un autre.");
    }

    private static void cut(Route route) {
        if (route.request().method().equals("POST")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    private static String table(String reference) {
        return """
        Référence;Titre;Résumé;Territoire;Niveau;Axes;Problème;Ce qui a été fait;Début;Coût en euros;Licence acceptée
        %1$s;Élèves et robots %1$s;Un import;commune:25056;École;Nouveaux usages|Accompagnement;Problème;Action;01/09/2024;12 000,50;oui
        %1$s-bis;;Sans titre;commune:25056;école;usages;Problème;Action;;;oui
        """
                .formatted(reference);
    }

    private static Charset windows1252() {
        return Charset.forName("windows-1252");
    }

    private static String idOf(Locator link) {
        return link.getAttribute("href").replaceFirst("^/desk/experiences/([^?]+).*", "$1");
    }

    private void signInAgain(String account) {
        if (page.locator("input[name=username]").count() > 0) {
            page.locator("input[name=username]").fill(account);
            page.locator("input[name=password]").fill(account + "-demo");
            page.locator(BrowserSession.SUBMIT).first().click();
        }
        assertThat(page.locator("header.site .account")).containsText(account);
    }

    /** With the Tab key alone. */
    private static void reach(Locator wanted) {
        wanted.waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            wanted.page().keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + wanted);
    }

    private static void press(Locator wanted, String key) {
        reach(wanted);
        wanted.page().keyboard().press(key);
    }

    /** A group of radio buttons is one stop, and the space bar chooses. */
    private void choose(String selector) {
        press(page.locator(selector), "Space");
        assertThat(page.locator(selector)).isChecked();
    }

    private void type(String selector, String text) {
        reach(page.locator(selector));
        page.keyboard().insertText(text);
    }
}
