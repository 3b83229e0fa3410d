package relais.history.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event says that figures ask for; null is not said, and then as it was.
 *
 * @param partner of which it is, or who adopts or endorses
 * @param territory as {@code scheme:code}; of an adoption, the adopter's
 * @param mark an adoption's id, or a working day's date
 */
public record Details(
        @Nullable String partner,
        @Nullable String territory,
        @Nullable String title,
        @Nullable String level,
        List<String> axes,
        @Nullable String mark) {

    public Details {
        axes = List.copyOf(axes);
    }

    /** Someone's tie: an endorsement, or an adoption of that id. */
    public static Details ofTie(
            @Nullable String partner, @Nullable String territory, @Nullable String mark) {
        return new Details(partner, territory, null, null, List.of(), mark);
    }
}
