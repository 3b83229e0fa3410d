package relais.local.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import relais.local.process.Pause;
import tools.jackson.databind.json.JsonMapper;

/**
 * All records of the log up to a place, in the log's order, one after the other. A download that
 * breaks off goes on behind the last whole line.
 */
final class EventStream {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final ServiceApi history;
    private final String upTo;
    private @Nullable String after;
    private int failures;

    EventStream(ServiceApi history, String upTo) {
        this.history = history;
        this.upTo = upTo;
    }

    /**
     * @throws relais.local.message.Problem if it breaks off again and again at the same place
     */
    void forEach(Consumer<LogRecord> each) {
        boolean whole = false;
        while (!whole) {
            try {
                read(each);
                whole = true;
            } catch (IOException brokenOff) {
                failures++;
                if (failures == ATTEMPTS) {
                    throw history.unreachable(brokenOff);
                }
                Pause.of(BETWEEN, "process.interrupted", "verify");
            }
        }
    }

    private void read(Consumer<LogRecord> each) throws IOException {
        String path = "/events?raw=true&format=ndjson&upTo=" + upTo;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                history.open(after == null ? path : path + "&after=" + after),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LogRecord log = LogRecord.parse(JSON.readTree(line));
                each.accept(log);
                after = log.place();
                failures = 0;
            }
        }
    }
}
