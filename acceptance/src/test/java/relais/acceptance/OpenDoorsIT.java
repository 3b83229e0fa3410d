package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes to people who do not search: notices to those who follow, files to anyone. */
class OpenDoorsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stack stack = Stack.shared();

    @Test
    void aReturnedCardIsNoticedByItsAuthorAndByNobodyElse() {
        String title = "À compléter " + Cards.word();
        notices("besancon");
        notices("loiret");
        String id = Cards.post(title).id();

        Answer returned =
                stack.experiences("comite")
                        .post(
                                "/experiences/" + id + "/return",
                                "{\"reason\": \"Dites le coût.\"}",
                                "If-Match",
                                "\"1\"");

        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notices("besancon")).contains(title));
        assertThat(notices("loiret")).doesNotContain(title);
        PlainBrowser author = new PlainBrowser(stack.local().url("portal"));
        author.signIn("besancon");
        assertThat(author.get(stack.local().url("portal").resolve("/avis")).text()).contains(title);
    }

    @Test
    void anAuthorConfirmsAnAddressAndMendsAReturnedCardFromTheMailThatSaysSo() {
        Stack.assumeInside(
                "The page of mails, which the launcher's portal alone has, and the store of notices");
        String title = "Rendue puis corrigée " + Cards.word();
        String address = Cards.word() + "@exemple.fr";
        String id = Cards.post(title).id();
        try (BrowserSession browser = BrowserSession.open()) {
            Page page = browser.page();
            browser.signIn("besancon", "/suivis");
            page.locator("input[name=digest][value=DAILY]").check();
            page.locator("input[name=address]").fill(address);
            page.locator("button[value=settings]").click();
            assertThat(page.locator("main .notice", hasText(address))).isVisible();
            Locator mail = page.locator("article.mail", hasText(address));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                page.navigate("/courrier-de-demonstration");
                                return mail.count() > 0;
                            });
            mail.locator(".letter a").first().click();
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main [role=status]")).containsText("C’est fait");
            page.navigate("/suivis");
            assertThat(page.locator("button[value=ask-again]")).hasCount(0);

            Answer returned =
                    stack.experiences("comite")
                            .post(
                                    "/experiences/" + id + "/return",
                                    "{\"reason\": \"Dites combien d’écoles.\"}",
                                    "If-Match",
                                    "\"1\"");
            assertThat(returned.status()).as(returned.text()).isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                page.navigate("/avis");
                                return page.locator(".noticed h2", hasText(title)).count() > 0;
                            });
            try (NoticesStore store = new NoticesStore(stack)) {
                store.letDigestBeDue(address, id);
            }
            Locator digest = page.locator("article.mail", hasText(title));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                page.navigate("/courrier-de-demonstration");
                                return digest.count() > 0;
                            });
            digest.locator(".letter a", new Locator.LocatorOptions().setHasText(title)).click();
            assertThat(page).hasURL(Pattern.compile(".*/desk/experiences/" + id + "/edit.*"));
            assertThat(page.locator("main .notice").first()).containsText("Dites combien d’écoles");
            page.locator("nav.steps a[href='#step-deed']").click();
            page.locator("[name=problem]").fill("Trop peu de livres, dans **douze écoles**.");
            page.locator("nav.steps a[href='#step-send']").click();
            page.getByText("Soumettre de nouveau").last().click();
            assertThat(page.locator(".done")).containsText("de nouveau envoyée");
            page.navigate("/desk/experiences/" + id);
            assertThat(page.locator(".markdown strong").first()).hasText("douze écoles");
        }
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void whoFollowsATerritoryIsToldOfWhatIsPublishedThereOnce() {
        String title = "Suivie de loin " + Cards.word();
        Api follower = stack.api("notices", "loiret");
        Answer followed =
                follower.put("/follows", "{\"kind\": \"TERRITORY\", \"value\": \"region:27\"}");
        assertThat(followed.status()).as(followed.text()).isBetween(200, 201);

        String id = Cards.published(title);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notices("loiret")).contains(title));
        assertThat(
                        JSON.readTree(notices("loiret"))
                                .get("items")
                                .valueStream()
                                .filter(notice -> notice.get("card").asString().equals(id)))
                .hasSize(1);
    }

    @Test
    void anOutsiderTakesTheCatalogueAndGetsTheBytesThatItNames() throws Exception {
        JsonNode catalogue =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .ignoreExceptions()
                        .until(
                                () -> JSON.readTree(fetch("/donnees/catalogue.jsonld")),
                                found -> !found.isEmpty());
        List<JsonNode> distributions = catalogue.findValues("spdx:checksum");
        assertThat(distributions).isNotEmpty();
        JsonNode dataset = catalogue.get("dcat:dataset").get(0);
        for (JsonNode distribution : dataset.get("dcat:distribution")) {
            URI address = URI.create(distribution.at("/dcat:downloadURL/@id").asString());
            byte[] file = fetch(address.getPath());

            assertThat(sha256(file))
                    .as(address.getPath())
                    .isEqualTo(
                            distribution.at("/spdx:checksum/spdx:checksumValue/@value").asString());
        }
    }

    private String notices(String account) {
        Answer answer = stack.api("notices", account).get("/notices");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private byte[] fetch(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                HTTP.send(
                        HttpRequest.newBuilder(stack.local().url("portal").resolve(path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
