package relais.portal.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Passes files of the history service on to browsers while they arrive, so that neither their size
 * nor their number fills the memory: a few kilobytes each, and no more than a limit at once.
 */
public final class Downloads {

    private static final Logger log = LoggerFactory.getLogger(Downloads.class);

    private static final int CHUNK = 16 * 1024;

    /** A narrow filter on a long log finds its first event late. */
    private static final Duration FIRST_BYTES = Duration.ofMinutes(5);

    private final HttpClient http;
    private final URI history;
    private final Semaphore free;

    /** The base address of the history service, and how many downloads at once. */
    public Downloads(HttpClient http, URI history, int limit) {
        this.http = http;
        this.history = history;
        this.free = new Semaphore(limit);
    }

    /**
     * The service broke off. It has no cause: one that ends like a reader who left would be
     * forgiven on its way, the answer would end in order, and a part would pass for the whole.
     */
    public static final class BrokeOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BrokeOff() {
            super("The download is not whole");
        }
    }

    /** One that was opened: close it. */
    public final class Download implements AutoCloseable {

        private final HttpResponse<InputStream> answer;

        private Download(HttpResponse<InputStream> answer) {
            this.answer = answer;
        }

        public int status() {
            return answer.statusCode();
        }

        public Optional<String> header(String name) {
            return answer.headers().firstValue(name);
        }

        public InputStream body() {
            return answer.body();
        }

        /**
         * Copies to the end.
         *
         * @throws BrokeOff if the service breaks off: what was copied is a part then
         * @throws IOException if the reader is gone
         */
        public void copyTo(OutputStream reader) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (int read = read(chunk); read >= 0; read = read(chunk)) {
                reader.write(chunk, 0, read);
            }
        }

        private int read(byte[] chunk) {
            try {
                return body().read(chunk);
            } catch (IOException brokenOff) {
                log.warn("A download broke off: {}", brokenOff.getMessage());
                throw new BrokeOff();
            }
        }

        @Override
        public void close() throws IOException {
            free.release();
            body().close();
        }
    }

    /**
     * Opens one.
     *
     * @throws IOException if there are too many, or it does not answer
     */
    public Download open(String pathAndQuery, HttpHeaders headers) throws IOException {
        if (!free.tryAcquire()) {
            throw new IOException("No more downloads at once on this instance");
        }
        boolean opened = false;
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(history + pathAndQuery)).timeout(FIRST_BYTES);
            headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            HttpResponse<InputStream> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            opened = true;
            return new Download(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while opening a download", e);
        } finally {
            if (!opened) {
                free.release();
            }
        }
    }
}
