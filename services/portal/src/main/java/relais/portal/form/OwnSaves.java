package relais.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Which version came of which form, as far as the session remembers. An answer may be lost on its
 * way to the browser, or come after the next request was begun: the form then names the version
 * before the one that it made itself, which is no change of anybody else.
 */
public final class OwnSaves {

    private static final String ATTRIBUTE = OwnSaves.class.getName();
    private static final int MOST = 20;

    private OwnSaves() {}

    /** Remembers that a form made a version of this id; forgets the oldest of {@value #MOST}. */
    public static void remember(
            HttpServletRequest request, String about, Typed typed, long version) {
        if (typed.text(Hidden.KEY).isBlank()) {
            return;
        }
        HttpSession session = request.getSession();
        List<String> saves = new ArrayList<>(known(session));
        saves.removeIf(save -> save.startsWith(about + " "));
        saves.add(save(about, typed, version));
        // A new list, so that anybody who stores sessions sees the change.
        session.setAttribute(
                ATTRIBUTE,
                new ArrayList<>(saves.subList(Math.max(0, saves.size() - MOST), saves.size())));
    }

    /** Whether the form itself made the version, and nothing was saved since. */
    public static boolean areOf(
            HttpServletRequest request, String about, Typed typed, long version) {
        HttpSession session = request.getSession(false);
        return session != null
                && !typed.text(Hidden.KEY).isBlank()
                && known(session).contains(save(about, typed, version));
    }

    private static String save(String about, Typed typed, long version) {
        return about + " " + typed.text(Hidden.KEY) + " " + version;
    }

    private static List<String> known(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> saves
                ? saves.stream().map(String::valueOf).toList()
                : List.of();
    }
}
