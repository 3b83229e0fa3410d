package relais.portal.analysis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The downloads of a session, the latest first, so that their manifests can be found: a browser
 * shows the file, not the headers that name them.
 */
public final class Exports {

    private static final String KEPT = Exports.class.getName();
    private static final int MOST = 20;

    private Exports() {}

    /**
     * A download that has begun; its manifest is there once it has ended.
     *
     * @param id of the export
     * @param format such as {@code csv}
     * @param page address of the events that it holds
     */
    public record Begun(String id, String format, String page, Instant at)
            implements Serializable {}

    static List<Begun> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof List<?> list
                ? list.stream().map(Begun.class::cast).toList()
                : List.of();
    }

    static void add(HttpServletRequest request, Begun begun) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            var list = new ArrayList<Begun>();
            list.add(begun);
            list.addAll(of(request));
            session.setAttribute(KEPT, List.copyOf(list.subList(0, Math.min(MOST, list.size()))));
        }
    }
}
