package relais.acceptance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
record Answer(int status, java.net.http.HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    String etag() {
        return headers.firstValue("ETag").orElseThrow();
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    String id() {
        return json().get("id").asString();
    }

    /** The fields that a problem names, in its order. */
    List<String> violatedFields() {
        return json().path("violations")
                .valueStream()
                .map(violation -> violation.get("field").asString())
                .collect(Collectors.toList());
    }
}
