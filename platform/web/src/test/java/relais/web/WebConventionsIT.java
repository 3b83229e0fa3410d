package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springdoc.api.AbstractOpenApiResource;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.multipart.MultipartResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal, as a client on the network sees it. */
class WebConventionsIT {

    private static final int KIB = 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private static TestIdentity identity;
    private static ConfigurableApplicationContext service;
    private static HttpClient http;
    private static int port;

    @BeforeAll
    static void startAll() throws IOException {
        identity = new TestIdentity();
        service = start();
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        http = HttpClient.newHttpClient();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TestService.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "relais.web.public-get=/public/**",
                        "relais.web.body-limits.[/imports]=1MB",
                        "relais.web.title=Test",
                        "spring.main.banner-mode=off",
                        "spring.threads.virtual.enabled=true",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TestIdentity.ISSUER,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + identity.jwks())
                .run();
    }

    @AfterAll
    static void stop() {
        http.close();
        service.close();
        identity.close();
    }

    // --- who calls

    @Test
    void aTokenTellsTheCaller() {
        Answer answer = send(get("/me").header("Authorization", "Bearer " + identity.loiret()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString())
                .isEqualTo(
                        "{\"actor\":\"m-loiret\",\"partner\":\"p-departement-45\",\"roles\":[\"PARTNER\"]}");
    }

    @Test
    void aCallerWithoutMandateHasAStableActorThatNamesNobody() {
        String first =
                send(get("/me").header("Authorization", "Bearer " + identity.operator()))
                        .json()
                        .path("actor")
                        .asString();
        String second =
                send(get("/me").header("Authorization", "Bearer " + identity.operator()))
                        .json()
                        .path("actor")
                        .asString();

        assertThat(first).matches("m-[0-9a-f]{16}").isEqualTo(second);
    }

    @Test
    void anAbsentTokenIsA401WithAChallenge() {
        Answer answer = send(get("/me"));

        answer.isProblem(401, "authentication-required");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void expiredForgedForeignAndUnreadableTokensAreA401WithAChallenge() {
        for (String token :
                List.of(
                        identity.expired(),
                        identity.forged(),
                        identity.ofAnotherIssuer(),
                        "not-a-token",
                        "a.b.c",
                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsb2lyZXQifQ.")) {
            Answer answer = send(get("/me").header("Authorization", "Bearer " + token));

            answer.isProblem(401, "invalid-token");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    void aBadTokenIsRefusedOnAPublicPathToo() {
        send(get("/public/who").header("Authorization", "Bearer " + identity.expired()))
                .isProblem(401, "invalid-token");
    }

    @Test
    void aMissingRoleIsA403ThatNamesTheRoles() {
        Answer answer =
                send(get("/operations").header("Authorization", "Bearer " + identity.loiret()));

        answer.isProblem(403, "role-required");
        assertThat(answer.detail()).contains("operator, committee");
        assertThat(
                        send(get("/operations")
                                        .header("Authorization", "Bearer " + identity.operator()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void publicPathsAreOpenToAnyoneWhoReads() {
        assertThat(send(get("/public/who")).json().path("actor").asString()).isEqualTo("anyone");
        assertThat(
                        send(get("/public/who")
                                        .header("Authorization", "Bearer " + identity.loiret()))
                                .json()
                                .path("actor")
                                .asString())
                .isEqualTo("m-loiret");
        send(get("/public/must")).isProblem(401, "authentication-required");
        send(request("/public/who").POST(BodyPublishers.noBody()))
                .isProblem(401, "authentication-required");
    }

    @Test
    void healthAndTheDescriptionNeedNoToken() {
        assertThat(send(get("/actuator/health")).status()).isEqualTo(200);
        assertThat(send(get("/openapi")).status()).isEqualTo(200);
    }

    // --- words

    @Test
    void problemsAreInFrenchUnlessEnglishIsPreferred() {
        assertThat(send(get("/public/none")).title()).isEqualTo("Adresse inconnue");
        Answer english = send(get("/public/none").header("Accept-Language", "en-GB,en;q=0.8"));
        assertThat(english.title()).isEqualTo("Unknown address");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        for (String language : List.of("de", "fr-CA", "en;q=0.2, fr", "*", "çà", ",,;;q=")) {
            assertThat(send(get("/public/none").header("Accept-Language", language)).title())
                    .as(language)
                    .isEqualTo("Adresse inconnue");
        }
    }

    @Test
    void aServiceHasItsOwnRefusalsAndWords() {
        Answer answer = send(get("/public/refused"));

        answer.isProblem(409, "test-refusal");
        assertThat(answer.detail()).isEqualTo("Ce n'est pas possible en 2015.");
        assertThat(answer.json().at("/violations/0").toString())
                .isEqualTo(
                        "{\"field\":\"title\",\"code\":\"test\",\"message\":\"Pas à l'école.\"}");
        assertThat(send(get("/public/refused").header("Accept-Language", "en")).detail())
                .isEqualTo("That isn't possible in 2015.");
    }

    // --- correlation

    @Test
    void aSafeCorrelationIdIsKeptAndAnyOtherReplaced() {
        assertThat(
                        send(get("/public/who").header("X-Correlation-Id", "abc.1_2-3"))
                                .header("X-Correlation-Id"))
                .isEqualTo("abc.1_2-3");
        for (String unsafe : List.of("a b", "x".repeat(65), "<script>")) {
            assertThat(
                            send(get("/public/who").header("X-Correlation-Id", unsafe))
                                    .header("X-Correlation-Id"))
                    .matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void everyRefusalCarriesTheCorrelationId() {
        for (String path : List.of("/me", "/public/none", "/public/broken")) {
            Answer answer = send(get(path).header("X-Correlation-Id", "c-1"));

            assertThat(answer.header("X-Correlation-Id")).isEqualTo("c-1");
            assertThat(answer.json().path("correlationId").asString()).isEqualTo("c-1");
        }
        assertThat(MDC.get(CorrelationId.KEY)).isNull();
    }

    // --- bodies

    @Test
    void aGoodBodyComesBackWithoutNullsInItsOwnOrder() {
        Answer answer =
                post(
                        "{\"title\":\"É\",\"level\":\"ECOLE\",\"startedOn\":\"2015-10-01\","
                                + "\"at\":\"2015-10-01T09:00:00Z\",\"means\":{\"euros\":1200000.00}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"title\":\"É\",\"level\":\"ECOLE\",\"startedOn\":\"2015-10-01\","
                                + "\"at\":\"2015-10-01T09:00:00Z\",\"means\":{\"euros\":1200000.00}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"titre\":\"x\"}                              | titre           | unknown-field",
                "{\"means\":{\"euro\":1}}                       | means.euro      | unknown-field",
                "{\"links\":[{\"label\":\"a\",\"weight\":1},{\"label\":\"b\",\"weight\":1,\"url\":\"b\"}]} | links[1].url | unknown-field",
                "{\"title\":5}                                  | title           | string",
                "{\"title\":[\"a\"]}                            | title           | string",
                "{\"title\":true}                               | title           | string",
                "{\"level\":\"LYCEUM\"}                         | level           | one-of",
                "{\"level\":1}                                  | level           | one-of",
                "{\"level\":\"\"}                               | level           | one-of",
                "{\"startedOn\":\"01/10/2015\"}                 | startedOn       | date",
                "{\"startedOn\":16709}                          | startedOn       | date",
                "{\"startedOn\":[2015,10,1]}                    | startedOn       | date",
                "{\"startedOn\":\"2015-02-30\"}                 | startedOn       | date",
                "{\"at\":\"2015-10-01\"}                        | at              | instant",
                "{\"at\":\"+100000-01-01T00:00:00Z\"}              | at              | instant",
                "{\"at\":1443690000}                            | at              | instant",
                "{\"open\":\"yes\"}                             | open            | boolean",
                "{\"open\":1}                                   | open            | boolean",
                "{\"means\":{\"euros\":\"12\"}}                 | means.euros     | number",
                "{\"means\":{\"euros\":{}}}                     | means.euros     | number",
                "{\"means\":[]}                                 | means           | object",
                "{\"means\":\"cheap\"}                          | means           | object",
                "{\"links\":{}}                                 | links           | array",
                "{\"links\":\"x\"}                              | links           | array",
                "{\"links\":[{\"label\":\"a\",\"weight\":1.5}]} | links[0].weight | integer",
                "{\"links\":[{\"label\":\"a\",\"weight\":null}]}| links[0].weight | integer",
                "{\"links\":[{\"label\":\"a\",\"weight\":99999999999}]}| links[0].weight | integer",
                "[]                                             | body            | object",
                "\"text\"                                       | body            | object",
            })
    void aBadFieldIsNamedWithWhatIsExpected(String body, String field, String code) {
        Answer answer = post(body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/violations/0/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/violations/0/message").asString()).isNotBlank();
    }

    @Test
    void anUnknownFieldAndAnUnknownValueSayWhatIsPossible() {
        assertThat(post("{\"titre\":\"x\"}").json().at("/violations/0/message").asString())
                .contains("title");
        assertThat(post("{\"level\":\"X\"}").json().at("/violations/0/message").asString())
                .contains("ECOLE, COLLEGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"title\":",
                "{\"title\":\"a\" \"level\":\"ECOLE\"}",
                "{title:1}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{'title':'a'}",
                "<xml/>",
                "{\"title\":\"a\"} {\"title\":\"b\"}",
                "NaN"
            })
    void malformedJsonIsSaidToBeSo(String body) {
        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("malformed-");
    }

    @Test
    void deepNestingAndBrokenTextAreMalformedToo() {
        assertThat(post("[".repeat(5_000)).status()).isEqualTo(400);
        Answer latin1 =
                send(
                        authorized("/things")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                "{\"title\":\"é\"}"
                                                        .getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(latin1.status()).isEqualTo(400);
    }

    @Test
    void aMissingBodyIsSaidToBeSo() {
        post("").isProblem(400, "missing-body");
        post("null").isProblem(400, "missing-body");
    }

    @Test
    void anotherContentTypeIsA415ThatListsTheRightOnes() {
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/yaml",
                        "image/png",
                        "nonsense")) {
            Answer answer =
                    send(
                            authorized("/things")
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString("{}")));

            answer.isProblem(415, "unsupported-media-type");
            assertThat(answer.header("Accept")).contains("application/json").doesNotContain("yaml");
        }
        send(authorized("/things").POST(BodyPublishers.ofString("{}")))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void aBodyOverTheLimitIsA413WhateverItsFraming() {
        byte[] tooLarge = json(300 * KIB);
        var declared = BodyPublishers.ofByteArray(tooLarge);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge));
        for (HttpRequest.BodyPublisher body : List.of(declared, chunked)) {
            Answer answer =
                    send(
                            authorized("/things")
                                    .header("Content-Type", "application/json")
                                    .POST(body));

            answer.isProblem(413, "body-too-large");
            assertThat(answer.json().path("limitBytes").asLong()).isEqualTo(256L * KIB);
        }
        assertThat(post(new String(json(255 * KIB), StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
    }

    @Test
    void formsAreNoBodiesOfThisApi() {
        String form = "title=a&".repeat(500);
        for (String type :
                List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            send(authorized("/things")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(form)))
                    .isProblem(415, "unsupported-media-type");
        }
        assertThat(service.getBeanProvider(MultipartResolver.class).getIfAvailable()).isNull();
    }

    @Test
    void aPathCanHaveALargerLimit() {
        assertThat(csv(900 * KIB).status()).isEqualTo(200);
        csv(1_100 * KIB).isProblem(413, "body-too-large");
    }

    // --- versions

    @Test
    void changingNeedsTheCurrentVersion() {
        put(null).isProblem(428, "version-required");
        Answer stale = put("\"6\"");
        stale.isProblem(412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"7\"");
        assertThat(put("\"7\"").header("ETag")).isEqualTo("\"8\"");
        for (String malformed : List.of("7", "W/\"7\"", "*", "\"x\"", "\"7\", \"8\"", "\"-1\"")) {
            put(malformed).isInvalid("If-Match", "etag");
        }
    }

    // --- addresses, methods, formats

    @Test
    void unknownAddressesMethodsAndFormatsAreProblems() {
        send(get("/public/none")).isProblem(404, "no-such-path");
        send(authorized("/none")).isProblem(404, "no-such-path");
        send(authorized("/error")).isProblem(404, "no-such-path");
        Answer method = send(authorized("/things").DELETE());
        method.isProblem(405, "method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("POST");
        send(get("/public/who").header("Accept", "text/html")).isProblem(406, "not-acceptable");
        send(get("/public/who").header("Accept", "nonsense")).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /public/%00 HTTP/1.1",
                "GET /public/..%2f HTTP/1.1",
                "GET /public/;x=1/who HTTP/1.1",
                "GET /public//who HTTP/1.1",
                "GET /public/%zz HTTP/1.1",
                "GET /public/{x} HTTP/1.1",
                "GET /public/who?x=%zz HTTP/1.1",
                "G@T /public/who HTTP/1.1",
                "TRACE /public/who HTTP/1.1",
            })
    void whatTheServerRefusesBeforeAnyControllerIsAProblemToo(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).contains("application/problem+json").contains("\"correlationId\"");
        assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
    }

    @Test
    void impossibleRequestsAreProblemsToo() throws IOException {
        String host = "Host: localhost\r\nConnection: close\r\n";
        for (String request :
                List.of(
                        "GET /public/who HTTP/1.1\r\nConnection: close\r\n\r\n",
                        "GET /public/who HTTP/1.1\r\n" + host + "Host: other\r\n\r\n",
                        "GET /public/who HTTP/7.1\r\n" + host + "\r\n",
                        "GET /public/" + "x".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /public/who HTTP/1.1\r\n"
                                + host
                                + "X: "
                                + "x".repeat(9_000)
                                + "\r\n\r\n",
                        "POST /things HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
                        "POST /things HTTP/1.1\r\n" + host + "Transfer-Encoding: x\r\n\r\n")) {
            String answer = raw(request);

            assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*");
            assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
        }
    }

    // --- query parameters

    @Test
    void queryParametersAreChecked() {
        send(get("/public/list?status[$ne]=x")).isInvalid("status[$ne]", "unknown-parameter");
        send(get("/public/list?status%5B%24ne%5D=x")).isInvalid("status[$ne]", "unknown-parameter");
        send(get("/public/list?statut=x")).isInvalid("statut", "unknown-parameter");
        send(get("/public/list?status=a&status=b")).isInvalid("status", "repeated-parameter");
        send(get("/public/list?locale=en")).isInvalid("locale", "unknown-parameter");
        send(get("/me?caller=x").header("Authorization", "Bearer " + identity.loiret()))
                .isInvalid("caller", "unknown-parameter");
        send(get("/public/list?" + "q&".repeat(1_500))).isProblem(400, "bad-request");
        send(get("/public/list?level=X")).isInvalid("level", "one-of");
        send(get("/public/list?from=yesterday")).isInvalid("from", "date");
        send(get("/public/list?from=01/10/2015")).isInvalid("from", "date");
        send(get("/public/list?from=%2B12000-01-01")).isInvalid("from", "date");
        send(get("/public/filter?other=1")).isInvalid("other", "unknown-parameter");
        send(get("/public/filter?status=1&status=2")).isInvalid("status", "repeated-parameter");
        assertThat(send(get("/public/filter?axis=1&axis=2&status=x")).body())
                .isEqualTo("{\"status\":\"x\",\"axis\":[\"1\",\"2\"]}");
        assertThat(
                        send(get("/public/list?axis=USES&axis=SUPPORT&limit=3&from=2015-10-01"))
                                .json()
                                .path("items")
                                .toString())
                .isEqualTo("[\"3\",\"USES+SUPPORT\"]");
    }

    @Test
    void absurdLimitsAndCursorsAreNamed() {
        for (String limit :
                List.of("0", "-1", "101", "ten", "1e2", "99999999999999999999", "%20")) {
            send(get("/public/list?limit=" + limit)).isInvalid("limit", "between");
        }
        String cursor = Cursors.encode("a");
        for (String bad : List.of("x", "AAAA", cursor + "A", "%F0%9F%98%80", "a".repeat(3_000))) {
            send(get("/public/list?cursor=" + bad)).isInvalid("cursor", "cursor");
        }
        assertThat(send(get("/public/list?cursor=" + cursor)).json().path("nextCursor").asString())
                .isEqualTo(cursor);
    }

    // --- faults

    @Test
    void anUnexpectedFaultIsA500WithoutDetail() {
        Answer answer = send(get("/public/broken"));

        answer.isProblem(500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsA503WithATimeToRetry() {
        Answer answer = send(get("/public/store-down"));

        answer.isProblem(503, "store-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    // --- answers that come later, and the log

    @Test
    void anAnswerThatComesLaterKeepsItsCallerAndItsRefusals() {
        Answer later = send(get("/later").header("Authorization", "Bearer " + identity.loiret()));
        assertThat(later.json().path("actor").asString()).isEqualTo("m-loiret");
        send(get("/later")).isProblem(401, "authentication-required");
        send(get("/public/later-broken")).isProblem(500, "internal-error");
    }

    @Test
    void eachRequestIsOneLineInTheLogWithoutItsQuery() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger("relais.web.access");
        logger.addAppender(lines);
        try {
            send(get("/public/list?status=jeanne.martin").header("X-Correlation-Id", "log-1"));
            send(get("/public/later?q=jeanne.martin").header("X-Correlation-Id", "log-2"));
            send(get("/me").header("X-Correlation-Id", "log-3"));
            send(get("/actuator/health").header("X-Correlation-Id", "log-4"));
            // A line is written once its answer is out, and those of other tests may still come.
            await().atMost(Duration.ofSeconds(60)).until(() -> loggedHere(lines).size() == 3);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(loggedHere(lines))
                .extracting(WebConventionsIT::correlationId, ILoggingEvent::getFormattedMessage)
                .containsExactlyInAnyOrder(
                        tuple("log-1", "GET /public/list 200"),
                        tuple("log-2", "GET /public/later 200"),
                        tuple("log-3", "GET /me 401"));
        assertThat(loggedHere(lines))
                .allSatisfy(
                        line ->
                                assertThat(line.getKeyValuePairs())
                                        .extracting(pair -> pair.key)
                                        .containsExactly("method", "path", "status", "ms"));
    }

    private static List<ILoggingEvent> loggedHere(ListAppender<ILoggingEvent> lines) {
        return lines.list.stream().filter(line -> correlationId(line).startsWith("log-")).toList();
    }

    private static String correlationId(ILoggingEvent line) {
        return line.getMDCPropertyMap().getOrDefault(CorrelationId.KEY, "");
    }

    // --- headers and description

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        Answer answer = send(get("/public/who"));

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void nothingOfTheDescriptionIsMadeBeforeSomeoneAsks() {
        try (ConfigurableApplicationContext fresh = start()) {
            var beans = fresh.getBeanFactory();
            assertThat(beans.getBeanNamesForType(AbstractOpenApiResource.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
            assertThat(beans.getBeanNamesForType(OpenAPI.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
            assertThat(beans.getBeanNamesForType(ModelConverterRegistrar.class, true, false))
                    .isNotEmpty()
                    .noneMatch(beans::containsSingleton);
        }
    }

    @Test
    void theDescriptionTellsWhoMayCallAndHowRefusalsLook() {
        JsonNode api = send(get("/openapi")).json();

        assertThat(api.at("/info/title").asString()).isEqualTo("Test");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/paths/~1public~1list/get/security").toString()).isEqualTo("[]");
        assertThat(api.at("/paths/~1things/post/security/0/bearer").isArray()).isTrue();
        assertThat(api.at("/paths/~1things/post/responses/401/$ref").asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.at("/components/schemas/Problem/required").toString())
                .contains("correlationId");
        assertThat(api.at("/paths/~1public~1who/get/parameters").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1me/get/parameters").isMissingNode()).isTrue();
        assertThat(api.at("/components/schemas/Caller").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1error").isMissingNode()).isTrue();
        assertThat(api.at("/servers/0/url").asString()).contains(String.valueOf(port));
    }

    @Test
    void theDescriptionOfABodyIsOfWhatTheAnswerCarries() {
        JsonNode api = send(get("/openapi")).json();

        JsonNode content = api.at("/paths/~1things~1{id}/put/responses/200/content");
        assertThat(content.findValuesAsString("$ref"))
                .as(content.toString())
                .containsExactly("#/components/schemas/Change");
        assertThat(api.at("/components/schemas").propertyNames())
                .contains("Change")
                .noneMatch(name -> name.startsWith("ResponseEntity"));
    }

    // --- how the requests are made

    private record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String title() {
            return json().path("title").asString();
        }

        String detail() {
            return json().path("detail").asString();
        }

        String type() {
            return json().path("type").asString().replace("https://relais.example/problems/", "");
        }

        void isProblem(int status, String type) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(type()).isEqualTo(type);
            assertThat(title()).isNotBlank();
            assertThat(detail()).isNotBlank();
            assertThat(json().path("status").asInt()).isEqualTo(status);
            assertThat(json().path("instance").asString()).isEqualTo(response.uri().getPath());
            assertThat(json().path("correlationId").asString())
                    .isEqualTo(header("X-Correlation-Id"))
                    .isNotBlank();
        }

        void isInvalid(String field, String code) {
            isProblem(400, "invalid-request");
            assertThat(json().at("/violations/0/field").asString()).isEqualTo(field);
            assertThat(json().at("/violations/0/code").asString()).isEqualTo(code);
        }
    }

    private static HttpRequest.Builder request(String path) {
        // The JDK's URI is stricter than the servers that people aim at: see raw().
        String legal = path.replace("[", "%5B").replace("]", "%5D");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + legal))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private static HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + identity.loiret());
    }

    private static Answer post(String body) {
        return send(
                authorized("/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static Answer csv(int bytes) {
        return send(
                authorized("/imports")
                        .header("Content-Type", "text/csv;charset=UTF-8")
                        .POST(BodyPublishers.ofString("x".repeat(bytes))));
    }

    private static Answer put(@Nullable String ifMatch) {
        HttpRequest.Builder request = authorized("/things/1").PUT(BodyPublishers.noBody());
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static byte[] json(int bytes) {
        String frame = "{\"title\":\"\"}";
        return ("{\"title\":\"" + "x".repeat(bytes - frame.length()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(
                    http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Bytes that no HTTP client would send. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
