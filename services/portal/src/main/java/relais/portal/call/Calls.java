package relais.portal.call;

import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks services, one question a virtual thread, so that a page waits for the slowest and not for
 * the sum.
 */
public final class Calls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final ExecutorService threads =
            // A call is part of the trace of the page that asks.
            Context.taskWrapping(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("ask-", 0).factory()));
    private final Duration patience;
    private final TooFast tooFast;

    /**
     * @param patience how long a page waits for one answer that it asked for ahead, in all,
     *     connecting included
     * @param tooFast what people read who were too fast for a service
     */
    public Calls(Duration patience, TooFast tooFast) {
        this.patience = patience;
        this.tooFast = tooFast;
    }

    /**
     * Asks without waiting, and is answered within the patience of a page whatever is asked.
     *
     * @param question a call of one HTTP interface; it runs on another thread, in the name of the
     *     same person
     */
    public <T> Pending<T> start(Service service, Supplier<T> question) {
        Visit visit = Visit.current();
        return new Pending<>(
                service,
                threads.submit(() -> visit.supply(() -> inItsLanguage(visit, service, question))),
                patience);
    }

    /**
     * Asks and waits, as long as the HTTP interface does.
     *
     * @throws SignInAgain if the person's token is not accepted
     */
    public <T> Answer<T> ask(Service service, Supplier<T> question) {
        return MissingParts.noted(answer(service, question));
    }

    /**
     * Asks and waits for what a page is whole without, such as an entry of its navigation.
     *
     * @throws SignInAgain if the person's token is not accepted
     */
    public <T> Answer<T> askBeside(Service service, Supplier<T> question) {
        return answer(service, question);
    }

    /** Words that a question puts together are for the reader, too; its thread ends with it. */
    private <T> Answer<T> inItsLanguage(Visit visit, Service service, Supplier<T> question) {
        LocaleContextHolder.setLocale(visit.language());
        return answer(service, question);
    }

    private <T> Answer<T> answer(Service service, Supplier<T> question) {
        try {
            return new Answer.Ok<>(question.get());
        } catch (RestClientResponseException said) {
            int status = said.getStatusCode().value();
            if (status == 401 && Visit.current().token() != null) {
                throw new SignInAgain();
            }
            if (said.getStatusCode().is4xxClientError() && status != 408) {
                return new Answer.Refused<>(worded(refusal(said, status), said));
            }
            log.warn("{} answered {}", service, status);
            return new Answer.Unavailable<>(service);
        } catch (ResourceAccessException away) {
            log.warn("{} cannot be reached: {}", service, away.getMessage());
            return new Answer.Unavailable<>(service);
        } catch (RestClientException garbled) {
            if (NestedExceptionUtils.getMostSpecificCause(garbled)
                    instanceof InterruptedException) {
                log.warn("{} took too long to answer", service);
                return new Answer.Unavailable<>(service);
            }
            log.error("{} gave an answer that cannot be read", service, garbled);
            return new Answer.Unavailable<>(service);
        }
    }

    private Refusal worded(Refusal refusal, RestClientResponseException said) {
        if (!refusal.isTooFast()) {
            return refusal;
        }
        HttpHeaders headers = said.getResponseHeaders();
        return tooFast.told(
                refusal,
                headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER),
                Visit.current().language());
    }

    private static Refusal refusal(RestClientResponseException said, int status) {
        try {
            Refusal refusal = said.getResponseBodyAs(Refusal.class);
            return refusal == null ? Refusal.of(status) : refusal.withStatus(status);
        } catch (RuntimeException noProblemJson) {
            return Refusal.of(status);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
