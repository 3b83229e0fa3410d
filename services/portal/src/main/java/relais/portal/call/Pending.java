package relais.portal.call;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A question under way for a T. */
public record Pending<T>(Service service, Future<Answer<T>> future, Duration patience) {

    /**
     * Waits for the answer, but no longer than a reader would.
     *
     * @throws SignInAgain if the person's token is not accepted
     */
    public Answer<T> answer() {
        return MissingParts.noted(waitedFor());
    }

    private Answer<T> waitedFor() {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            future.cancel(true);
            return new Answer.Unavailable<>(service);
        } catch (CancellationException givenUpBefore) {
            // Two parts of a page may wait for one answer.
            return new Answer.Unavailable<>(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            return new Answer.Unavailable<>(service);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SignInAgain again) {
                throw again;
            }
            throw new IllegalStateException("A question to " + service + " broke", e.getCause());
        }
    }
}
