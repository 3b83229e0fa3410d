package relais.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A reader of the server-sent events, as a browser is one. */
final class EventStream implements AutoCloseable {

    record Message(String id, String event, String data) {}

    private final InputStream body;
    private final List<Message> received = new CopyOnWriteArrayList<>();

    private EventStream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static EventStream open(Stack stack, String filters, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        return open(stack.feed(null).base(), filters, lastEventId);
    }

    /**
     * @param feed the address of any instance
     */
    static EventStream open(String feed, String filters, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(feed + "/feed/stream" + filters))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("The stream answered " + response.statusCode());
        }
        return new EventStream(response.body());
    }

    Message awaitMessageOf(String cardId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () ->
                                received.stream()
                                        .filter(message -> message.data().contains(cardId))
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<Message> received() {
        return List.copyOf(received);
    }

    private void read() {
        String id = "";
        String event = "";
        StringBuilder data = new StringBuilder();
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        received.add(new Message(id, event, data.toString()));
                    }
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
