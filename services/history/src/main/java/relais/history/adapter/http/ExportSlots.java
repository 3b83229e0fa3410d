package relais.history.adapter.http;

import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import relais.web.Problem;

/**
 * How many readings of the whole log one instance does at the same time; each holds about 10 MB.
 */
public final class ExportSlots {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final int atOnce;
    private final Semaphore free;

    public ExportSlots(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** How many go on at present. */
    public int open() {
        return atOnce - free.availablePermits();
    }

    /**
     * Takes one, to be closed.
     *
     * @throws relais.web.ProblemException 429 if none is free
     */
    Slot take() {
        if (!free.tryAcquire()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-exports")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .exception();
        }
        return free::release;
    }

    /** Held while the log is read. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
