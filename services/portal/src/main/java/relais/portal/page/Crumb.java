package relais.portal.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of the way from the front page to a page.
 *
 * @param path where it leads; null for the page itself
 * @param french whether the words are what people typed, which is French in any language
 */
public record Crumb(String words, @Nullable String path, boolean french) {

    /** The attribute of a page that says its own way; others have that of their address. */
    public static final String TRAIL = "trail";

    /** A page by its words in the reader's language. */
    public static Crumb to(String words, String path) {
        return new Crumb(words, path, false);
    }

    /** A page by a name or a title. */
    public static Crumb named(String name, String path) {
        return new Crumb(name, path, true);
    }

    /** The page itself. */
    public static Crumb here(String words, boolean french) {
        return new Crumb(words, null, french);
    }

    /** These and one more. */
    public static List<Crumb> and(List<Crumb> before, Crumb last) {
        var all = new ArrayList<>(before);
        all.add(last);
        return List.copyOf(all);
    }
}
