package relais.contributions.contribution;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.TextRule;

/** What people type, before anything is judged: composed (NFC), without blanks around. */
final class Typed {

    private Typed() {}

    /** A text of which nothing is seen is an absent one. */
    static @Nullable String text(@Nullable String text) {
        if (text == null || !TextRule.isVisible(text)) {
            return null;
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Typed::text).map(text -> text == null ? "" : text).toList();
    }

    /**
     * Markdown: blanks at the start of its first line mean something, blank lines around it do not,
     * and all systems' line ends are the same. Empty if nothing is seen; absent stays absent.
     */
    static @Nullable String markdown(@Nullable String text) {
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
