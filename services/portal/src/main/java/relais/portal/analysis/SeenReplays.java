package relais.portal.analysis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;

/**
 * The replays whose result somebody has had, as far as their session remembers: the file, or the
 * page that says where the rest is.
 */
final class SeenReplays {

    private static final String ATTRIBUTE = SeenReplays.class.getName();
    private static final int MOST = 100;

    private SeenReplays() {}

    static List<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    static void add(HttpServletRequest request, String id) {
        HttpSession session = request.getSession(false);
        List<String> before = of(request);
        if (session != null && !before.contains(id)) {
            var list = new ArrayList<>(before);
            list.addFirst(id);
            session.setAttribute(
                    ATTRIBUTE, new ArrayList<>(list.subList(0, Math.min(MOST, list.size()))));
        }
    }
}
