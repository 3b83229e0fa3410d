package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, and what every refusal has. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

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
