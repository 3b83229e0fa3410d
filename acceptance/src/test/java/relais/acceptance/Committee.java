package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;

/** One contribution on its way, as the accounts of the committee move it. */
final class Committee {

    /** Accounts of signatories: more than two thirds of the eleven. */
    static final List<String> SIGNATORIES =
            List.of("amf", "amrf", "adf", "arf", "cdc", "villes-internet", "numerique", "comite");

    private final Stack stack = Stack.shared();
    private final String id;

    private Committee(String id) {
        this.id = id;
    }

    /** Opened by the association of mayors, with that of départements at its side. */
    static Committee opens(String title) {
        Answer opened =
                Stack.shared()
                        .contributions("amf")
                        .post(
                                "/contributions",
                                """
                                {"kind": "FRAMEWORK", "title": "%s", "summary": "Pour l'acceptation",
                                 "axes": ["INFRASTRUCTURE"], "drafters": ["p-adf"]}
                                """
                                        .formatted(title));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return new Committee(opened.id());
    }

    /** One that is there already. */
    static Committee at(String id) {
        return new Committee(id);
    }

    String id() {
        return id;
    }

    /** As the secretariat reads it. */
    Answer read() {
        return stack.contributions("comite").get("/contributions/" + id);
    }

    long version() {
        return read().json().get("version").asLong();
    }

    /** Does something to the version that is there now. */
    Answer asks(String account, String path, String json) {
        return stack.contributions(account)
                .post("/contributions/" + id + path, json, "If-Match", "\"" + version() + "\"");
    }

    Answer does(String account, String path, String json) {
        Answer answer = asks(account, path, json);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    Answer puts(String account, String path, String json) {
        return stack.contributions(account)
                .put("/contributions/" + id + path, json, "If-Match", "\"" + version() + "\"");
    }

    /** The first text: its sections get their ids. */
    Answer drafts(String account, String body) {
        Answer drafted =
                puts(
                        account,
                        "/text",
                        """
                        {"title": "Socle de l'acceptation", "summary": "Pour l'acceptation",
                         "axes": ["INFRASTRUCTURE"],
                         "sections": [{"heading": "Équipement", "body": "%s"},
                                      {"heading": "Réseau", "body": "Un débit suffisant."}]}
                        """
                                .formatted(body));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        return drafted;
    }

    void position(String account, String position, String reason) {
        Answer taken =
                puts(
                        account,
                        "/positions",
                        "{\"position\": \"%s\", \"reason\": %s}"
                                .formatted(
                                        position,
                                        reason.isEmpty() ? "null" : "\"" + reason + "\""));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    }

    /** Opens a consultation that ends so soon that a test can wait for it. */
    Instant consults(Duration within) {
        Instant deadline = Instant.now().plus(within);
        does("comite", "/consultation", "{\"deadline\": \"" + deadline + "\"}");
        return deadline;
    }

    /** Tries until the deadline has passed by the server's clock. */
    Answer adoptsAfter(Instant deadline) {
        return Awaitility.await()
                .atMost(Duration.between(Instant.now(), deadline).plusSeconds(20))
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> asks("comite", "/adoption", "{\"note\": \"Adopté en séance.\"}"),
                        answer -> answer.status() == 200);
    }
}
