package relais.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a server says to those for whom it has no place: few bytes, made without asking anybody. */
@FunctionalInterface
public interface RequestRefusal {

    /** Writes the body of a 503 whose status and {@code Retry-After} are set. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
