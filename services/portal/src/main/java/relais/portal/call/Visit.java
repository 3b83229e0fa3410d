package relais.portal.call;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * In whose name and in which language the other services are asked: bound to the thread that
 * answers a request, and handed by {@link Calls} to the threads that ask. The token lives here and
 * in the session only, never in a page or an address.
 *
 * @param token access token of the person, absent for an anonymous reader
 * @param language French or English
 * @param correlationId follows the request through all services
 */
public record Visit(@Nullable String token, Locale language, String correlationId) {

    private static final ScopedValue<Visit> CURRENT = ScopedValue.newInstance();

    /** The visit of this thread; that of nobody outside of a request. */
    static Visit current() {
        return CURRENT.orElse(new Visit(null, Locale.FRENCH, "none"));
    }

    /** Runs something as part of this visit. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    <T> T supply(Supplier<T> work) {
        return during(work::get);
    }

    /** A token must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "Visit[" + (token == null ? "anonymous" : "signed in") + ", " + language + "]";
    }
}
