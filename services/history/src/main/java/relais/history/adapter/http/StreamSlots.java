package relais.history.adapter.http;

import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import relais.web.Problem;

/** How many listen to replays at one instance at the same time; each holds two open files. */
public final class StreamSlots {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final Semaphore free;

    public StreamSlots(int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /**
     * Takes one, to be closed.
     *
     * @throws relais.web.ProblemException 429 if none is free
     */
    Slot take() {
        if (!free.tryAcquire()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-listeners")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .exception();
        }
        return free::release;
    }

    /** Held while somebody listens. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
