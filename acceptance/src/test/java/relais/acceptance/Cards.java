package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the tests do over and over through the public API: post, publish, look it up. */
final class Cards {

    private Cards() {}

    /** A word that nothing else in the stack holds, for searches and titles. */
    static String word() {
        return "mot" + UUID.randomUUID().toString().replace("-", "");
    }

    static String experience(String title, String territory, String level) {
        return """
                {"title": "%s", "preview": "Une expérience postée par un test d'acceptation.",
                 "territory": "%s", "level": "%s", "axes": ["USES"], "tags": ["acceptation"],
                 "problem": "Ce que l'on voulait résoudre.", "action": "Ce que l'on a fait.",
                 "licenceAccepted": true}
                """
                .formatted(title, territory, level);
    }

    /** Posted by Besançon for its own écoles. */
    static Answer post(String title) {
        return post(title, UUID.randomUUID().toString());
    }

    static Answer post(String title, String idempotencyKey) {
        return Stack.shared()
                .experiences("besancon")
                .post(
                        "/experiences",
                        experience(title, "commune:25056", "ECOLE"),
                        "Idempotency-Key",
                        idempotencyKey);
    }

    /** Posted by Besançon, published by the committee, and awaited in the read model. */
    static String published(String title) {
        Answer posted = post(title);
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        publish(posted.id(), "\"1\"");
        awaitVersion(posted.id(), 2);
        return posted.id();
    }

    static Answer publish(String id, String version) {
        Answer answer =
                Stack.shared()
                        .experiences("comite")
                        .post("/experiences/" + id + "/publication", "{}", "If-Match", version);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** Reads one's own write: waits, within the feed's own limit, until it has the version. */
    static Answer awaitVersion(String id, long version) {
        Answer card = Stack.shared().feed("comite").get("/cards/" + id + "?atLeast=" + version);
        assertThat(card.status()).as(card.text()).isEqualTo(200);
        return card;
    }

    /** The activities of one card in a feed's first hundred entries, newest first. */
    static List<String> activitiesOf(String id, Api feed, String filters) {
        Answer page = feed.get("/feed?limit=100" + filters);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("card").get("id").asString().equals(id))
                .map(entry -> entry.get("id").asString())
                .toList();
    }

    static List<String> idsIn(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> (item.has("card") ? item.get("card") : item).get("id").asString())
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
