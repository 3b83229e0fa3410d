package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The committee's desk in a browser, on the whole stack: what its secretariat does in a week. */
class CommitteeDeskIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String QUEUE = "/desk/review";
    private static final int TABS = 300;

    private final Stack stack = Stack.shared();
    private final BrowserSession browser = BrowserSession.open();
    private final Page page = browser.page();

    @AfterEach
    void nothingWasRefusedByTheBrowser() {
        browser.close();
    }

    @Test
    void publishesWithTheKeyboardAloneFromSignInToTheFeed() {
        String title = "Publier au clavier " + Cards.word();
        Cards.awaitVersion(Cards.post(title).id(), 1);

        page.navigate(QUEUE);
        page.locator("input[name=username]").focus();
        page.keyboard().type("comite");
        page.keyboard().press("Tab");
        page.keyboard().type("comite-demo");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("À examiner");
        Locator waiting = page.locator(".queue a", hasText(title));
        while (waiting.count() == 0) {
            String before = page.url();
            enter(page.locator("a[rel=next]"));
            assertThat(page).not().hasURL(before);
        }
        enter(waiting);
        assertThat(page.locator(".preview h1")).hasText(title);
        tabTo(page.locator("[name=comment]"));
        page.keyboard().type("Une réponse claire à une question fréquente.");
        enter(page.locator(".decide button"));
        assertThat(page.locator(".done")).containsText("« " + title + " » est publiée.");
        enter(page.locator(".done a"));
        assertThat(page.locator(".card-full .status").first()).hasText("Publiée");
        enter(page.locator("header.site nav a[href='/actualite']"));
        assertThat(page.locator("article.entry h3", hasText(title)).first()).isVisible();
    }

    @Test
    void returnsWithCommentsBesideFieldsAndSeesWhatChanged() {
        String title = "Renvoyer avec des remarques " + Cards.word();
        String id = Cards.post(title).id();
        browser.signIn("comite", QUEUE + "/" + id);
        page.locator(".decide a", hasText("Renvoyer")).click();
        page.locator("[name='comment.problem']").fill("Depuis quand, et combien d’élèves ?");
        send("Renvoyer à son auteur");
        assertThat(page.locator("#f-reason-error")).containsText("Indiquez le motif");
        browser.expectComplaint("422");
        assertThat(page.locator("[name='comment.problem']"))
                .hasValue("Depuis quand, et combien d’élèves ?");
        page.locator("[name=reason]").fill("Il manque l’ampleur du problème.");
        send("Renvoyer à son auteur");
        assertThat(page.locator(".done")).containsText("renvoyée à son auteur");

        var returned = stack.experiences("besancon").get("/experiences/" + id).json();
        assertThat(returned.get("status").asString()).isEqualTo("RETURNED");
        assertThat(returned.get("comments").get(0).get("field").asString()).isEqualTo("problem");
        Answer again =
                stack.experiences("besancon")
                        .post(
                                "/experiences/" + id + "/resubmission",
                                Cards.experience(title, "commune:25056", "ECOLE")
                                        .replace(
                                                "Ce que l'on voulait résoudre.",
                                                "Ce que l'on voulait résoudre, dans douze écoles."),
                                "If-Match",
                                "\"2\"");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        page.navigate(QUEUE + "/" + id);
        assertThat(page.locator(".since")).containsText("Depuis quand, et combien d’élèves ?");
        assertThat(page.locator(".since .change ins")).containsText("dans douze écoles");

        page.locator("[name=comment]").fill("Merci de ces précisions.");
        Cards.publish(id, "\"3\"");
        send("Publier");
        assertThat(page.locator(".overtaken")).containsText("Quelqu’un d’autre est passé");
        browser.expectComplaint("412");
        assertThat(page.locator("[name=comment]")).hasValue("Merci de ces précisions.");
        assertThat(page.locator(".eyebrow .status")).hasText("Publiée");
    }

    @Test
    void anAcademieSeesWhatChangedSinceTheReturn() {
        String title = "Renvoyer depuis l’académie " + Cards.word();
        Answer posted =
                stack.experiences("loiret")
                        .post("/experiences", Cards.experience(title, "departement:45", "COLLEGE"));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        String card = QUEUE + "/" + posted.id();
        browser.signIn("academie-orleans-tours", card + "/return");
        page.locator("[name='comment.problem']").fill("Dans combien de collèges ?");
        page.locator("[name=reason]").fill("Il manque l’ampleur du problème.");
        send("Renvoyer à son auteur");
        assertThat(page.locator(".done")).containsText("renvoyée à son auteur");
        Answer again =
                stack.experiences("loiret")
                        .post(
                                "/experiences/" + posted.id() + "/resubmission",
                                Cards.experience(title, "departement:45", "COLLEGE")
                                        .replace(
                                                "Ce que l'on voulait résoudre.",
                                                "Ce que l'on voulait résoudre, dans dix collèges."),
                                "If-Match",
                                "\"2\"");
        assertThat(again.status()).as(again.text()).isEqualTo(200);

        page.navigate(card);

        assertThat(page.locator(".since")).containsText("Dans combien de collèges ?");
        assertThat(page.locator(".since .change")).hasCount(1);
        assertThat(page.locator(".since .change ins")).containsText("dans dix collèges");
        browser.see("academie-since-the-return");
        send("Publier");
        assertThat(page.locator(".done")).containsText("est publiée");
    }

    @Test
    void putsForwardTakesBackAndHides() {
        String title = "Mettre à l’honneur " + Cards.word();
        String id = Cards.published(title);
        browser.signIn("comite", QUEUE + "/published?q=" + title.substring(title.length() - 35));
        page.locator(".row-list a", hasText(title)).click();
        page.locator(".decide a", hasText("Mettre à l’honneur")).click();
        page.locator("[name=headline]").fill("À lire avant la rentrée");
        page.locator("[name=until]").fill("2001-01-01");
        send("Mettre à l’honneur");
        assertThat(page.locator("#f-until-error")).containsText("dans cinq ans");
        browser.expectComplaint("422");
        page.locator("[name=until]").fill("");
        send("Mettre à l’honneur");
        page.locator(".done a").click();
        assertThat(page.locator(".card-full .headline")).containsText("À lire avant la rentrée");

        page.navigate(QUEUE + "/" + id + "/highlight");
        send("Ne plus la mettre à l’honneur");
        assertThat(page.locator(".done")).containsText("n’est plus à l’honneur");
        page.locator(".done a").click();
        assertThat(page.locator(".card-full .status").first()).hasText("Publiée");
        assertThat(page.locator(".headline")).hasCount(0);

        page.navigate(QUEUE + "/" + id + "/moderation");
        page.locator("[name=reason]").fill("Publiée par erreur");
        send("Masquer le texte");
        assertThat(page.locator(".done")).containsText("masqué");
    }

    @Test
    void aWorkingDayFromItsConveningToItsPrintedReport() {
        String theme = "La journée du test " + Cards.word();
        String cited = Cards.published("Ce dont on parle " + Cards.word());
        browser.signIn("comite", "/desk/working-days");
        page.locator("a", hasText("Programmer une journée")).click();
        page.locator("[name=theme]").fill(theme);
        page.locator("[name=date]").fill(LocalDate.now(PARIS).toString());
        page.locator("[name=place]").fill("Besançon, au Kursaal");
        suggested("territory", "Besan", "commune:25056");
        send("Programmer la journée");
        assertThat(page.locator("h1")).hasText(theme);

        page.locator("[name=label]").fill("Ce que cette expérience nous apprend");
        page.locator("[name=card]").fill(page.url().replaceAll("/desk/.*", "/cards/" + cited));
        send("Ajouter à l’ordre du jour");
        page.locator("[name=label]").fill("Un point de trop");
        send("Ajouter à l’ordre du jour");
        assertThat(page.locator(".agenda li")).hasCount(2);
        page.locator(".agenda li").last().locator("button").click();
        assertThat(page.locator(".agenda li")).hasCount(1);
        assertThat(page.locator(".agenda li a")).containsText("Ce dont on parle");
        String day = page.url();

        page.locator("aside a", hasText("compte rendu")).click();
        page.locator("[name=text]").fill("# Accueil\n\nDix partenaires sont venus.");
        page.locator("[name=attending]").first().check();
        page.locator("[name='decisions[0].text']").fill("Le comité se réunit deux fois par an.");
        page.locator("[name='decisions[1].text']").fill("Besançon raconte son expérience.");
        page.locator("summary").nth(1).click();
        page.locator("[name='decisions[1].action.title']").fill("Raconter l’expérience");
        send("Publier le compte rendu");
        assertThat(page.locator("#f-decisions-1-action-dueOn-error")).containsText("obligatoire");
        browser.expectComplaint("422");
        suggested("decisions[1].action.lead", "Ville de Besan", "p-commune-25056");
        page.locator("[name='decisions[1].action.dueOn']")
                .fill(LocalDate.now(PARIS).plusMonths(6).toString());
        page.locator("[name='decisions[1].action.axes']").first().check();
        send("Publier le compte rendu");
        assertThat(page.locator(".done")).containsText("Le compte rendu est publié");
        assertThat(page.locator(".markdown h3")).hasText("Accueil");
        assertThat(page.locator("a[href*='/desk/plan/actions/']")).hasCount(1);

        page.navigate(day + "/report?until=now");
        assertThat(page.locator(".report-figure").first()).containsText("Expériences publiées");
        assertThat(page.locator("[data-print]")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".period")).isHidden();
        assertThat(page.locator("header.site nav")).isHidden();
        assertThat(page.locator(".report-figure").first()).isVisible();
    }

    @Test
    void anObjectiveWithItsMeasuresAndAnActionToItsEnd() {
        String aim = "Viser juste " + Cards.word();
        browser.signIn("comite", "/desk/plan?axis=SUPPORT");
        page.locator("a", hasText("Fixer un objectif")).click();
        page.locator("[name=title]").fill(aim);
        page.locator("[name=indicator]").fill("Part des écoles accompagnées");
        page.locator("[name=unit]").fill("%");
        page.locator("[name=baseline]").fill("40,5");
        page.locator("[name=target]").fill("cent");
        page.locator("[name=dueOn]").fill(LocalDate.now(PARIS).plusYears(2).toString());
        send("Fixer l’objectif");
        assertThat(page.locator("#f-target-error")).isVisible();
        browser.expectComplaint("400");
        page.locator("[name=target]").fill("100");
        send("Fixer l’objectif");
        assertThat(page.locator("h1")).hasText(aim);
        page.locator("[name=value]").fill("70,25");
        page.locator("[name=source]").fill("Enquête annuelle");
        send("Enregistrer la mesure");
        assertThat(page.locator(".meter").first()).hasText("50 % du chemin vers la cible");

        page.locator("aside a", hasText("Prévoir une action")).click();
        page.locator("[name=title]").fill("Accompagner " + aim);
        suggested("lead", "Villes Inter", "p-villes-internet");
        page.locator("[name=dueOn]").fill(LocalDate.now(PARIS).plusMonths(3).toString());
        send("Prévoir l’action");
        assertThat(page.locator("h1")).hasText("Accompagner " + aim);
        assertThat(page.locator(".card-full")).containsText("Villes Internet");
        page.locator("[name=percent]").fill("40");
        page.locator("[name=report]").fill("Quatre écoles sur dix.");
        send("Enregistrer");
        assertThat(page.locator(".meter")).hasText("40 % fait");

        page.locator("aside a", hasText("Modifier l’action")).click();
        assertThat(page.locator("[name=lead]")).hasValue(Pattern.compile(".*Villes Internet.*"));
        page.locator("[name=title]").fill("");
        send("Enregistrer");
        assertThat(page.locator("#f-title-error")).containsText("Indiquez le titre");
        browser.expectComplaint("422");
        page.locator("[name=title]").fill("Bien accompagner " + aim);
        page.locator("[name=reason]").fill("Dit plus justement");
        send("Enregistrer");
        assertThat(page.locator(".done")).containsText("est modifiée");
        assertThat(page.locator("h1")).hasText("Bien accompagner " + aim);
        assertThat(page.locator(".meter")).hasText("40 % fait");
        page.navigate("/desk/plan?axis=SUPPORT");
        assertThat(page.locator(".axis-plan li", hasText("Bien accompagner " + aim)))
                .containsText("40 % fait");
        page.locator(".axis-plan a", hasText("Bien accompagner " + aim)).click();
        page.locator("aside a", hasText("achevée")).click();
        send("Déclarer l’action achevée");
        assertThat(page.locator(".eyebrow .status")).hasText("Achevée");
    }

    @Test
    void everyPageIsAccessibleAndFitsTwoWidths() {
        String waiting = Cards.post("Regarder la file " + Cards.word()).id();
        Cards.awaitVersion(waiting, 1);
        String published = Cards.published("Regarder une fiche " + Cards.word());
        browser.signIn("comite", QUEUE);
        browser.look("committee-queue", QUEUE);
        browser.look("committee-card", QUEUE + "/" + waiting);
        browser.look("committee-return", QUEUE + "/" + waiting + "/return");
        browser.look("committee-published", QUEUE + "/published");
        browser.look("committee-highlight", QUEUE + "/" + published + "/highlight");
        browser.look("committee-moderation", QUEUE + "/" + published + "/moderation");
        String held = first("/working-days?status=HELD&limit=1");
        String day = "/desk/working-days/" + held;
        browser.look("committee-days", "/desk/working-days");
        browser.look("committee-convene", "/desk/working-days/new");
        browser.look("committee-day", day);
        browser.look("committee-minutes", day + "/minutes");
        browser.look("committee-report", day + "/report?since=" + held + "&until=now");
        browser.look("committee-plan", "/desk/plan");
        browser.look("committee-new-objective", "/desk/plan/objectives/new?axis=USES");
        browser.look("committee-new-action", "/desk/plan/actions/new");
        browser.look(
                "committee-objective",
                "/desk/plan/objectives/" + first("/objectives?status=OPEN&limit=1"));
        String action = "/desk/plan/actions/" + first("/actions?status=UNDER_WAY&limit=1");
        browser.look("committee-action", action);
        browser.look("committee-revise-action", action + "/revision");
    }

    private String first(String path) {
        return stack.contributions(null).get(path).json().get("items").get(0).get("id").asString();
    }

    /** Types the beginning of a name, and takes the first suggestion with the keyboard. */
    private void suggested(String field, String beginning, String id) {
        Locator input = page.locator("[name='" + field + "']");
        input.fill(beginning);
        Locator options =
                page.locator("[id='" + input.getAttribute("aria-controls") + "'] [role=option]");
        Locator option =
                page.locator(
                        "[id='"
                                + input.getAttribute("aria-controls")
                                + "'] [data-id='"
                                + id
                                + "']");
        assertThat(option).hasCount(1);
        int place =
                options.evaluateAll("(all, id) => all.findIndex(o => o.dataset.id === id)", id)
                                instanceof Integer at
                        ? at
                        : -1;
        for (int i = 0; i <= place; i++) {
            input.press("ArrowDown");
        }
        input.press("Enter");
        assertThat(input).not().hasValue(beginning);
    }

    private void send(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void enter(Locator wanted) {
        tabTo(wanted);
        page.keyboard().press("Enter");
    }

    /** Goes on with the key that goes on, as far as it takes. */
    private void tabTo(Locator wanted) {
        for (int i = 0; i < TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        assertThat(wanted).isFocused();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
