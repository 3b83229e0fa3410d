package relais.feed.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredType;

/**
 * What a list shows of a card. Level and axes are the published names; one that this build does not
 * know yet is {@code UNKNOWN}.
 *
 * @param title null for a message, which has none, and for a reader who may not see it
 * @param territory as {@code scheme:code}
 */
@StoredType(omitsEmpty = true)
public record Headline(
        @Nullable String title,
        @Nullable String preview,
        String territory,
        @Nullable String level,
        List<String> axes,
        List<String> tags) {

    /** The committee speaks for the whole country. */
    static final String EVERYWHERE = "pays:FR";

    public Headline {
        axes = List.copyOf(axes);
        tags = List.copyOf(tags);
    }

    /** Of a kind that has neither level nor tags. */
    static Headline of(
            @Nullable String title,
            @Nullable String preview,
            String territory,
            List<? extends Enum<?>> axes) {
        return new Headline(title, preview, territory, null, names(axes), List.of());
    }

    static List<String> names(List<? extends Enum<?>> symbols) {
        return symbols.stream().<String>map(Enum::name).toList();
    }

    /** Without what its author wrote. */
    public Headline withoutText() {
        return new Headline(null, null, territory, level, axes, List.of());
    }
}
