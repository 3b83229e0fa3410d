package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.multipart.MultipartResolver;

/** Bodies as they are read: their fields, their form, their type and their size. */
class BodiesIT extends RunningService {

    private static final int KIB = 1024;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/*",
                "*/*",
                "application/*+json",
                "application/*; charset=utf-8",
                "text/*",
                "application/json;q=*",
            })
    void aRangeOfTypesIsNoTypeOfABody(String type) {
        for (String path : List.of("/things", "/imports")) {
            Answer answer =
                    send(
                            authorized(path)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString("{}")));

            answer.isProblem(415, "unsupported-media-type");
            assertThat(answer.header("Accept"))
                    .isEqualTo(path.equals("/things") ? "application/json" : "text/csv");
        }
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
        assertThat(SERVICE.getBeanProvider(MultipartResolver.class).getIfAvailable()).isNull();
    }

    @Test
    void aPathCanHaveALargerLimit() {
        assertThat(csv(900 * KIB).status()).isEqualTo(200);
        csv(1_100 * KIB).isProblem(413, "body-too-large");
    }

    private static Answer csv(int bytes) {
        return send(
                authorized("/imports")
                        .header("Content-Type", "text/csv;charset=UTF-8")
                        .POST(BodyPublishers.ofString("x".repeat(bytes))));
    }

    private static byte[] json(int bytes) {
        String frame = "{\"title\":\"\"}";
        return ("{\"title\":\"" + "x".repeat(bytes - frame.length()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
