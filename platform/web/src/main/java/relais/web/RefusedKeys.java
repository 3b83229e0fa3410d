package relais.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.HandlerInterceptor;

/** Frees the idempotency key of a request that was refused. */
record RefusedKeys(IdempotencyKeys keys) implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RefusedKeys.class);

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception exception) {
        HeldKey held = HeldKey.current();
        if (held != null && HttpStatusCode.valueOf(response.getStatus()).is4xxClientError()) {
            try {
                keys.refused(held);
            } catch (MongoException e) {
                log.warn("A refused request has used up its idempotency key: {}", e.toString());
            }
        }
    }
}
