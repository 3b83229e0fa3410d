package relais.history.adapter.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import relais.web.Problem;

/** How many requests of one kind one instance serves at the same time. */
public final class Slots {

    private final int atOnce;
    private final String problem;
    private final Duration retryAfter;
    private final Semaphore free;

    /**
     * @param problem the type of the problem that tells that none is free
     */
    public Slots(int atOnce, String problem, Duration retryAfter) {
        this.atOnce = atOnce;
        this.problem = problem;
        this.retryAfter = retryAfter;
        this.free = new Semaphore(atOnce);
    }

    /** How many are taken at present. */
    public int taken() {
        return atOnce - free.availablePermits();
    }

    /**
     * Takes one, to be closed.
     *
     * @throws relais.web.ProblemException 429 if none is free
     */
    Slot take() {
        if (!free.tryAcquire()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, problem)
                    .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
                    .exception();
        }
        return free::release;
    }

    /** Held while a request is served. */
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }
}
