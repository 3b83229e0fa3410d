package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import relais.teststack.Answer;
import relais.teststack.Api;

/** Objectives, actions and working days over HTTP; each change names the version there is. */
final class AgendaCalls {

    private final Api api;

    AgendaCalls(Api api) {
        this.api = api;
    }

    static String objective(String title) {
        return """
               {"axis": "INFRASTRUCTURE", "title": "%s", "indicator": "Part raccordée",
                "unit": "%%", "baseline": 40, "baselineOn": "2015-10-01", "target": 100.0,
                "dueOn": "2027-08-31", "steward": "p-loiret"}"""
                .formatted(title);
    }

    /**
     * @param more members of the JSON, each with a comma before it
     */
    static String plan(String title, String dueOn, String more) {
        return """
               {"title": "%s", "lead": "p-loiret", "territory": "departement:45",
                "axes": ["INFRASTRUCTURE"], "dueOn": "%s"%s}"""
                .formatted(title, dueOn, more);
    }

    static String meeting(String date) {
        return """
               {"date": "%s", "place": "Lyon", "territory": "commune:69123",
                "theme": "La gouvernance partagée"}"""
                .formatted(date);
    }

    /** Returns the id of what was made. */
    String create(String collection, String token, String body) {
        Answer made = api.post(collection, token, body);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(collection + "/" + made.text("id"));
        return made.text("id");
    }

    Answer post(String thing, String path, String token, String body) {
        return api.post(thing + path, token, body, "If-Match", etag(thing));
    }

    Answer put(String thing, String token, String body) {
        return api.put(thing, token, body, "If-Match", etag(thing));
    }

    Answer read(String thing) {
        return RunningService.done(api.get(thing, null));
    }

    /** The ids of all pages of a list, each of as many entries as asked for. */
    List<String> all(String path, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = read(path + "&limit=" + limit + cursor);
            assertThat(page.body().path("items").size()).isLessThanOrEqualTo(limit);
            page.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
            String next = page.text("nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return ids;
    }

    private String etag(String thing) {
        return read(thing).header("ETag");
    }
}
