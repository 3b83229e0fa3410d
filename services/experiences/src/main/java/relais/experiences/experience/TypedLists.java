package relais.experiences.experience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as JSON has them: they may be absent, and so may their entries. */
final class TypedLists {

    private TypedLists() {}

    /**
     * @param nothing what stands for an absent entry, so that its rule can name it
     */
    static <T> List<T> of(@Nullable List<T> typed, T nothing) {
        return typed == null
                ? List.of()
                : typed.stream().map(entry -> entry == null ? nothing : entry).toList();
    }
}
