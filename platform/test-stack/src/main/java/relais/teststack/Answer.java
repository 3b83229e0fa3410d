package relais.teststack;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the JSON of the answer, a null node if it is none
 * @param response all of it, the body as text
 */
public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
        return new Answer(response.statusCode(), body, response);
    }

    /** A field of the body as text; empty if it has none. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    /** The first header of that name; empty if there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The problem's slug, the end of its {@code type}; empty if the answer is no problem. */
    public String problem() {
        String type = text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** The problem's violations as {@code field:code}. */
    public List<String> violations() {
        return body.path("violations")
                .valueStream()
                .map(v -> v.path("field").asString("") + ":" + v.path("code").asString(""))
                .toList();
    }
}
