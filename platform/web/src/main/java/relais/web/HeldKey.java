package relais.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The key that the present request is the first to use, or the first since one was refused.
 *
 * @param id of the reservation
 * @param body the digest of the request's
 */
record HeldKey(String id, String body) {

    private static final String ATTRIBUTE = HeldKey.class.getName();

    /** Remembers it for the end of the request; outside of one there is nothing to remember. */
    static void hold(HeldKey key) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, key, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static @Nullable HeldKey current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof HeldKey key
                ? key
                : null;
    }
}
