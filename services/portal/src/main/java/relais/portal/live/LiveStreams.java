package relais.portal.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;

/**
 * Passes a service's streams on to browsers, which connect to nothing but the portal: one
 * connection to the service for each of them, on a virtual thread, and no more than a limit at
 * once.
 */
public final class LiveStreams implements SmartLifecycle {

    private static final int CHUNK = 8192;
    private static final Duration FIRST_BYTES = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI service;
    private final Semaphore free;
    private final Set<InputStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** The base address of the service, and how many streams at once. */
    public LiveStreams(HttpClient http, URI service, int limit) {
        this.http = http;
        this.service = service;
        this.free = new Semaphore(limit);
    }

    final class Stream implements AutoCloseable {

        private final InputStream events;

        private Stream(InputStream events) {
            this.events = events;
            open.add(events);
        }

        /**
         * Copies until either side ends. The service sends a word now and then: a gone reader
         * shows.
         */
        void copyTo(OutputStream reader) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (int read = events.read(chunk); read >= 0; read = events.read(chunk)) {
                reader.write(chunk, 0, read);
                reader.flush();
            }
        }

        @Override
        public void close() throws IOException {
            open.remove(events);
            free.release();
            events.close();
        }
    }

    /**
     * Opens one.
     *
     * @throws IOException if there are too many, or the service is unreachable or refuses
     */
    Stream open(String pathAndQuery, HttpHeaders headers) throws IOException {
        if (!running || !free.tryAcquire()) {
            throw new IOException("No more live streams on this instance");
        }
        boolean opened = false;
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(service + pathAndQuery)).timeout(FIRST_BYTES);
            headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            HttpResponse<InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new IOException("The service answered " + response.statusCode());
            }
            opened = true;
            return new Stream(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while opening a stream", e);
        } finally {
            if (!opened) {
                free.release();
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: these would never. */
    @Override
    public void stop() {
        running = false;
        for (InputStream events : open) {
            try {
                events.close();
            } catch (IOException alreadyGone) {
                // Closed is what it should be.
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
