package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows, before a read is answered, a text that changes whenever its answer may have changed. A
 * reader who has the answer of that state is told so at once (304), and nothing is computed.
 */
public interface ReadState {

    /**
     * The state that the answer to this request will be of, or a later one.
     *
     * @param caller null for anyone
     * @return empty if it is not known, or not for this path
     */
    Optional<String> of(HttpServletRequest request, @Nullable Caller caller);
}
