package relais.portal.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Forms that were sent when their sender's session had ended. Nothing is done with them: once the
 * person has signed in again, the page shows what was typed, to be looked at and sent anew. They
 * belong to the new session, which is the browser's own, and are bounded in size, in number and in
 * time, since nobody vouches for who sent them.
 */
public final class KeptForms {

    private static final String OWNER = KeptForms.class.getName();
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long CHARACTERS_IN_ALL = 8_000_000;
    private static final int CHARACTERS_OF_ONE = 500_000;

    private record Place(String owner, String page) {}

    private final Cache<Place, Typed> forms =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS_IN_ALL)
                    .weigher((Place _, Typed typed) -> typed.characters())
                    .expireAfterWrite(KEPT)
                    .build();

    /**
     * Keeps what was sent for the page it was typed on.
     *
     * @param page path and query of the form's page
     * @return whether it is kept; not if it is larger than any form of ours
     */
    public boolean keep(HttpServletRequest request, String page) {
        Typed typed = Typed.in(request);
        if (typed.characters() > CHARACTERS_OF_ONE) {
            return false;
        }
        HttpSession session = request.getSession();
        String owner = (String) session.getAttribute(OWNER);
        if (owner == null) {
            owner = UUID.randomUUID().toString();
            session.setAttribute(OWNER, owner);
        }
        forms.put(new Place(owner, page), typed);
        return true;
    }

    /** What was typed on this page before a session ended, once. */
    public Optional<Typed> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String owner = session == null ? null : (String) session.getAttribute(OWNER);
        if (owner == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(forms.asMap().remove(new Place(owner, here(request))));
    }

    /** The form of a page: what was kept of it, or else what it begins with. */
    public Form begin(HttpServletRequest request, Typed otherwise) {
        return take(request).map(Form::kept).orElseGet(() -> Form.of(otherwise));
    }

    private static String here(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
