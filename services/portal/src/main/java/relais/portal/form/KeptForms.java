package relais.portal.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Forms that were sent when their sender's session had ended. Nothing is done with them: once the
 * person has signed in again, the page shows what was typed, to be looked at and sent anew.
 *
 * <p>Each is kept as a session of its own, where sessions are kept, so that any instance finds it;
 * what it is called is in the new session, which is the browser's. They are bounded in size, in
 * number and in time, since nobody vouches for who sent them.
 */
public final class KeptForms {

    private static final String ATTRIBUTE = KeptForms.class.getName();
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long CHARACTERS_IN_ALL = 8_000_000;
    private static final int CHARACTERS_OF_ONE = 500_000;
    private static final int MOST_OF_ONE_PERSON = 20;

    private final Store<?> store;

    /** How large those are that came to this instance, by the ids of their sessions. */
    private final Cache<String, Integer> sizes;

    /** Without a store of sessions a process keeps forms itself. */
    public KeptForms(SessionRepository<? extends Session> sessions) {
        store = new Store<>(sessions);
        sizes =
                Caffeine.newBuilder()
                        .maximumWeight(CHARACTERS_IN_ALL)
                        .weigher((String _, Integer size) -> size)
                        .expireAfterWrite(KEPT)
                        .evictionListener((id, _, _) -> store.remove(String.valueOf(id)))
                        .build();
    }

    private record Store<S extends Session>(SessionRepository<S> sessions) {

        String put(Typed typed) {
            S session = sessions.createSession();
            session.setMaxInactiveInterval(KEPT);
            session.setAttribute(ATTRIBUTE, typed);
            sessions.save(session);
            return session.getId();
        }

        Optional<Typed> take(String id) {
            S session = sessions.findById(id);
            @Nullable Typed typed = session == null ? null : session.getAttribute(ATTRIBUTE);
            if (typed != null) {
                remove(id);
            }
            return Optional.ofNullable(typed);
        }

        void remove(String id) {
            sessions.deleteById(id);
        }
    }

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
        String id = store.put(typed);
        sizes.put(id, typed.characters());
        HttpSession session = request.getSession();
        Map<String, String> kept = kept(session);
        kept.put(page, id);
        if (kept.size() > MOST_OF_ONE_PERSON) {
            kept.remove(kept.keySet().iterator().next());
        }
        session.setAttribute(ATTRIBUTE, kept);
        return true;
    }

    /** What was typed on this page before a session ended, once. */
    public Optional<Typed> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Map<String, String> kept = kept(session);
        String id = kept.remove(here(request));
        if (id == null) {
            return Optional.empty();
        }
        session.setAttribute(ATTRIBUTE, kept);
        sizes.invalidate(id);
        return store.take(id);
    }

    /** The form of a page: what was kept of it, or else what it begins with. */
    public Form begin(HttpServletRequest request, Typed otherwise) {
        return take(request).map(Form::kept).orElseGet(() -> Form.of(otherwise));
    }

    /** The ids of what is kept, by page, the oldest first; new, so that a store sees the change. */
    private static Map<String, String> kept(HttpSession session) {
        var kept = new LinkedHashMap<String, String>();
        if (session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> before) {
            before.forEach((page, id) -> kept.put(String.valueOf(page), String.valueOf(id)));
        }
        return kept;
    }

    private static String here(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
