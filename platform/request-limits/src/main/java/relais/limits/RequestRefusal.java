package relais.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a server says to those for whom it has no place, and to those who come too often: few bytes,
 * made without asking anybody.
 */
@FunctionalInterface
public interface RequestRefusal {

    /** Writes the body of a 503 or 429: the response has its status and {@code Retry-After}. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
