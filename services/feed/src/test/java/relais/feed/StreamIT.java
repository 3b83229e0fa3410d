package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.contributions.Axis;
import relais.feed.adapter.http.StreamHub;

class StreamIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2022-05-01T10:00:00Z");

    @Autowired StreamHub hub;

    /** Reads a stream's lines in its own thread until it is closed. */
    private final class Listener implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpResponse<Stream<String>> response;
        private final Thread thread;

        Listener(String path, @Nullable String lastEventId, @Nullable String token)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(uri(path));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            thread = Thread.ofVirtual().start(this::read);
            await().atMost(Duration.ofSeconds(60)).until(() -> lastId() != null);
        }

        private void read() {
            try {
                response.body().forEach(lines::add);
            } catch (RuntimeException closed) {
                lines.add("closed");
            }
        }

        @Nullable String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, second) -> second)
                    .map(line -> line.substring(3).strip())
                    .orElse(null);
        }

        List<String> entries() {
            var entries = new ArrayList<String>();
            for (String line : lines) {
                if (line.startsWith("data:")) {
                    entries.add(JSON.readTree(line.substring(5)).get("id").asString());
                }
            }
            return entries;
        }

        void awaitEntries(String... ids) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(entries()).containsExactly(ids));
        }

        boolean hasHeartbeat() {
            return lines.stream().anyMatch(line -> line.startsWith(":"));
        }

        @Override
        public void close() {
            response.body().close();
            thread.interrupt();
        }
    }

    private void publish(String id, String tag) {
        log.send(
                EventLog.submitted(id, "p-x", "Flux", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(1)));
        awaitVersion(id, 2);
    }

    @Test
    void showsTheCommitteesWorkToEachReaderAsTheyMaySeeIt() throws Exception {
        String contribution = fresh("c-");
        String message = fresh("msg-");
        String path = "/feed/stream?type=ContributionOpened,MessagePosted&partner=";
        try (var anyone = new Listener(path + "p-region-44", null, null);
                var committee = new Listener(path + "p-mene", null, committee());
                var member = new Listener(path + "p-region-44", null, committee())) {
            log.send(
                    CommitteeLog.opened(contribution, "Socle en direct", Axis.USES, AT),
                    CommitteeLog.posted(message, contribution, new byte[] {1}, AT.plusSeconds(9)));
            anyone.awaitEntries(message + ":1");
            committee.awaitEntries(contribution + ":1");
            member.awaitEntries(message + ":1");
            assertThat(anyone.lines.toString()).doesNotContain("Socle en direct");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.size() == 0);
    }

    @Test
    void showsNewEntriesAsTheyComeAndOnlyThoseAskedFor() throws Exception {
        String tag = fresh("stream-");
        String before = fresh("x-");
        publish(before, tag);
        try (var listener =
                new Listener("/feed/stream?territory=departement:25&tag=" + tag, null, null)) {
            String id = fresh("x-");
            publish(fresh("x-"), "other");
            publish(id, tag);
            listener.awaitEntries(id + ":2");
            await().atMost(Duration.ofSeconds(60)).until(listener::hasHeartbeat);
        }
    }

    @Test
    void goesOnWhereTheClientWasWithoutLossOrRepetition() throws Exception {
        String tag = fresh("resume-");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            ids.add(fresh("x-"));
        }
        String path = "/feed/stream?tag=" + tag;
        String lastId;
        try (var first = new Listener(path, null, null)) {
            publish(ids.get(0), tag);
            publish(ids.get(1), tag);
            first.awaitEntries(ids.get(0) + ":2", ids.get(1) + ":2");
            lastId = first.lastId();
        }
        publish(ids.get(2), tag);
        // Older by its date, later in the log: a stream goes by the log.
        log.send(
                EventLog.submitted(
                        ids.get(3), "p-x", "Archive", TOWN, tag, AT.minusSeconds(1_000_000)),
                EventLog.published(ids.get(3), 2, TOWN, AT.minusSeconds(900_000)));
        awaitVersion(ids.get(3), 2);
        try (var second = new Listener(path, lastId, null)) {
            publish(ids.get(4), tag);
            publish(ids.get(5), tag);
            second.awaitEntries(
                    ids.get(2) + ":2", ids.get(3) + ":2", ids.get(4) + ":2", ids.get(5) + ":2");
        }
    }

    @Test
    void doesNotShowThePublicWhatIsUnderReview() throws Exception {
        String tag = fresh("review-");
        String id = fresh("x-");
        String path = "/feed/stream?tag=" + tag;
        try (var anyone = new Listener(path, null, null);
                var member = new Listener(path, null, committee())) {
            publish(id, tag);
            member.awaitEntries(id + ":1", id + ":2");
            anyone.awaitEntries(id + ":2");
        }
    }

    @Test
    void aHeadRequestOpensNoStream() {
        int before = hub.size();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> head =
                    send(HttpRequest.newBuilder(uri("/feed/stream")).HEAD().build());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
        }
        assertThat(hub.size()).isLessThanOrEqualTo(before);
        assertThat(
                        send(HttpRequest.newBuilder(uri("/feed/stream?axis=x")).HEAD().build())
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAnIdOfItsOwnInvention() {
        HttpResponse<String> refused = get("/feed/stream", "Last-Event-ID", "x-1:2");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"Last-Event-ID\"");
    }
}
