package relais.contributions.contribution;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import relais.aggregates.TextRule;

/** Markdown as people type it, before anything is judged. */
final class Markdown {

    private Markdown() {}

    /**
     * Composed (NFC). Blanks at the start of its first line mean something, blank lines around it
     * do not, and all systems' line ends are the same. Empty if nothing is seen; absent stays
     * absent.
     */
    static @Nullable String typed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!TextRule.isVisible(text)) {
            return "";
        }
        String unix = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        return Normalizer.normalize(withoutBlankLinesBefore(unix), Normalizer.Form.NFC);
    }

    private static String withoutBlankLinesBefore(String text) {
        int start = 0;
        int end = text.indexOf('\n');
        while (end >= 0 && text.substring(start, end).isBlank()) {
            start = end + 1;
            end = text.indexOf('\n', start);
        }
        return text.substring(start);
    }
}
