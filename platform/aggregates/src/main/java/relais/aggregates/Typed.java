package relais.aggregates;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people type, before anything is judged: composed (NFC), without blanks around. */
public final class Typed {

    private Typed() {}

    /** A text of which nothing is seen is an absent one. */
    public static @Nullable String text(@Nullable String typed) {
        if (typed == null || !TextRule.isVisible(typed)) {
            return null;
        }
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    /**
     * An entry that is absent, or of which nothing is seen, stays, empty, so that its rule can name
     * it. An absent list is an empty one.
     */
    public static List<String> texts(@Nullable List<? extends @Nullable String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().map(Typed::text).map(text -> text == null ? "" : text).toList();
    }

    /**
     * Entries of an absent list are none.
     *
     * @param nothing stands for an absent entry, so that its rule can name it
     */
    public static <T> List<T> entries(@Nullable List<? extends @Nullable T> typed, T nothing) {
        return typed == null
                ? List.of()
                : typed.stream().<T>map(entry -> entry == null ? nothing : entry).toList();
    }
}
