package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.RawBsonDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.teststack.TestStack;

/** Two instances of the portal, which keep their sessions in one MongoDB. */
class SessionsIT {

    private static final TestStack STACK = TestStack.shared();

    private static final RunningPortal FIRST = RunningPortal.fresh().another(STACK.mongoUri());
    private static final RunningPortal SECOND = RunningPortal.fresh().another(STACK.mongoUri());

    private final RunningPortal.Visitor visitor = FIRST.visitor();

    @BeforeEach
    void nothingIsSaid() {
        RunningPortal.fresh();
    }

    @Test
    void whoeverIsSignedInIsSoAtEachInstance() {
        signIn();

        assertThat(visitor.page(SECOND.address + "/").select(".account").text())
                .contains("besancon", "Se déconnecter");
        assertThat(FIRST.services.asked("/feed").getLast().authorization())
                .isEqualTo("Bearer token-of-besancon");
        assertThat(visitor.page("/").select(".account").text()).contains("besancon");
    }

    @Test
    void aSignInThatBeganAtOneInstanceEndsAtTheOther() {
        visitor.signedIn(StubIssuer.Account.TOWN, SECOND.address, 3600, "");

        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(visitor.get(SECOND.address + "/account").statusCode()).isEqualTo(200);
    }

    @Test
    void tokensThatAreOverAreRenewedOnceForManyRequestsAtBothInstances() throws Exception {
        String refresh = "refresh-" + UUID.randomUUID();
        visitor.signedIn(StubIssuer.Account.TOWN, FIRST.address, 1, refresh);
        FIRST.issuer.give("renewed", 3600, refresh + "-next");
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            requests.add(() -> visitor.get("/account"));
            requests.add(() -> visitor.get(SECOND.address + "/account"));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> response : threads.invokeAll(requests)) {
                assertThat(response.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(FIRST.issuer.requests())
                .filteredOn(request -> refresh.equals(request.get("refresh_token")))
                .hasSize(1);
        visitor.page(SECOND.address + "/");
        assertThat(FIRST.services.asked("/feed").getLast().authorization())
                .isEqualTo("Bearer renewed");
    }

    @Test
    void thePageOfAnErrorKnowsItsReader() {
        signIn();

        for (String missing : List.of("/nothing-here", "/desk/operations")) {
            Document page = visitor.page(missing);
            assertThat(page.select(".account").text()).contains("besancon", "Se déconnecter");
            assertThat(page.select("#count-to-do").attr("hx-get")).isNotEmpty();
        }
    }

    @Test
    void whoeverSignsOutAtOneIsSignedOutAtTheOther() {
        signIn();
        String before = visitor.cookie("RELAIS_PORTAL");

        visitor.send("/sign-out", java.util.Map.of());

        assertThat(
                        FIRST.visitor()
                                .get(
                                        SECOND.address + "/account",
                                        "Cookie",
                                        "RELAIS_PORTAL=" + before)
                                .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatWasTypedBeforeASessionEndedIsThereAtEachInstance() {
        visitor.post(
                "/desk/contributions/new",
                "title=Un+texte+pour+tous",
                "Sec-Fetch-Site",
                "same-origin",
                "Referer",
                FIRST.address + "/desk/contributions/new");
        signIn();

        Document form = visitor.page(SECOND.address + "/desk/contributions/new");

        assertThat(form.select("#f-title").val()).isEqualTo("Un texte pour tous");
        assertThat(visitor.page("/desk/contributions/new").select("#f-title").val()).isEmpty();
    }

    @Test
    void theStoreTellsNobodysTokenAndNoSessionsId() {
        signIn();
        visitor.page("/");

        try (MongoClient mongo = MongoClients.create(STACK.mongoUri())) {
            MongoCollection<RawBsonDocument> sessions =
                    mongo.getDatabase("relais_portal")
                            .getCollection("sessions", RawBsonDocument.class);
            assertThat(sessions.countDocuments()).isPositive();
            var all = new StringBuilder();
            for (RawBsonDocument session : sessions.find()) {
                byte[] bytes = session.getByteBuffer().array();
                all.append(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            assertThat(all)
                    .contains("sealed")
                    .doesNotContain(
                            "token-of-besancon", "besancon", visitor.cookie("RELAIS_PORTAL"));
        }
    }

    @Test
    void aSessionOfAnotherReleaseEndsQuietly() {
        signIn();
        try (MongoClient mongo = MongoClients.create(STACK.mongoUri())) {
            MongoCollection<org.bson.Document> sessions =
                    mongo.getDatabase("relais_portal").getCollection("sessions");
            for (org.bson.Document session : sessions.find()) {
                sessions.replaceOne(
                        new org.bson.Document("_id", session.get("_id")),
                        session.append("sealed", new org.bson.types.Binary(new byte[40])));
            }
        }

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void pagesThatAnyoneMayReadGoOnWithoutTheStore() {
        RunningPortal without =
                FIRST.another("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200");

        assertThat(
                        without.visitor()
                                .get("/", "Cookie", "RELAIS_PORTAL=NjJhZjQ2ZjAtZTk0ZC00")
                                .statusCode())
                .isEqualTo(200);
    }

    private void signIn() {
        visitor.signedIn(StubIssuer.Account.TOWN);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }
}
