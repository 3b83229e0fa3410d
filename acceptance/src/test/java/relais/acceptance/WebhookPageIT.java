package relais.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receiver of a webhook goes away and comes back, as its owner sees it on a telephone, in
 * English.
 */
class WebhookPageIT {

    private static final String PATH = "/webhooks";
    private static final Duration SOON = Duration.ofSeconds(60);

    private record Received(String id, String timestamp, String signature, String body) {

        JsonNode event() {
            return JsonMapper.shared().readTree(body);
        }

        /** As Standard Webhooks have it. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
                return signature.equals("v1," + Base64.getEncoder().encodeToString(signed));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();

    @Test
    void aReceiverThatWasDownGetsItsEventAndHasItSentAgain() throws IOException {
        Assumptions.assumeFalse(
                Stack.isOfOthers(),
                "A stack of others sends nothing to an address of this machine");
        String word = Cards.word();
        int port = freePort();
        try (BrowserSession browser = BrowserSession.open()) {
            Page page = browser.page();
            page.setViewportSize(400, 900);
            browser.signIn("grand-est", PATH + "?lang=en");
            page.locator("[name=url]").fill("http://localhost:" + port + "/in");
            page.locator("[name=name]").fill(word);
            page.locator("[name=q]").fill(word);
            page.getByText("Add this address").click();
            String secret = page.locator("code.secret").textContent();

            List<String> cards =
                    List.of(
                            Cards.published("Pour un programme " + word),
                            Cards.published("Pour un autre " + word));
            Locator address = page.locator("article.mail", hasText(word));
            awaitOnPage(page, address, "Last failure");
            assertThat(address).containsText("in service");

            HttpServer server = receiver(port);
            try {
                Awaitility.await().atMost(SOON).until(() -> received.size() == 2);
                assertThat(received)
                        .extracting(each -> each.event().path("subject").asString())
                        .containsExactlyInAnyOrderElementsOf(cards);
                awaitOnPage(page, address, "Last message taken");
                assertThat(address).not().containsText("Last failure");

                // It has lost all but the first.
                Received second = received.get(1);
                address.locator("[name=position]")
                        .fill(received.getFirst().event().path("position").asString());
                address.getByText("Send again", exactly()).click();
                assertThat(page.locator(".done")).containsText("under the same identifiers");
                Awaitility.await().atMost(SOON).until(() -> received.size() == 3);
                assertThat(received.getLast().id()).isEqualTo(second.id());
                assertThat(received).allMatch(each -> each.isSignedWith(secret));
                browser.see("webhook-sent-again");
                address.getByText("Remove this address").click();
                assertThat(page.locator("main")).not().containsText(word);
            } finally {
                server.stop(0);
            }
        }
    }

    private static void awaitOnPage(Page page, Locator in, String text) {
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            page.navigate(PATH);
                            return in.textContent().contains(text);
                        });
    }

    private HttpServer receiver(int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/in",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    var headers = exchange.getRequestHeaders();
                    received.add(
                            new Received(
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    headers.getFirst("webhook-signature"),
                                    body));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
