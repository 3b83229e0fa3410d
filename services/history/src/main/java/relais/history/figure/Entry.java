package relais.history.figure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list behind a figure.
 *
 * @param id of the partner, experience, contribution…
 * @param title as it is at the second instant; null once its text is hidden
 * @param at since when it counts in the figure
 * @param key what tells it from other lines of the same id
 * @param partner of which it is; of an adoption, the adopter
 * @param territory where it is; of an adoption, the adopter's
 * @param adoption the adoption's id, if the line is one
 * @param endorsedBy who endorses, if the line is an endorsement
 * @param before null before its first event
 */
public record Entry(
        String id,
        Kind kind,
        @Nullable String title,
        Instant at,
        String key,
        @Nullable String partner,
        @Nullable String territory,
        @Nullable String level,
        List<String> axes,
        @Nullable String adoption,
        @Nullable String endorsedBy,
        @Nullable State before,
        State after) {

    /**
     * Where it stood.
     *
     * @param version as in the feed's {@code /cards/{id}/versions}
     */
    public record State(long version, Status status) {}

    static Entry of(Difference difference, Figure figure) {
        Item item =
                figure == Figure.BEFORE && difference.before() != null
                        ? difference.before()
                        : difference.present();
        Life after = difference.lifeAfter();
        Tie tie = item.tie();
        return new Entry(
                difference.aggregate(),
                after.kind(),
                after.text().title(),
                Instant.ofEpochMilli(difference.at(figure)),
                item.key(),
                item.partner(),
                item.territory(),
                item.level(),
                item.axes(),
                tie != null && tie.subject() == Subject.ADOPTION ? tie.key() : null,
                tie != null && tie.subject() == Subject.ENDORSEMENT ? tie.key() : null,
                difference.lifeBefore() == null ? null : state(difference.lifeBefore()),
                state(after));
    }

    /** The same, of something whose text is hidden. */
    public Entry withoutTitle() {
        return new Entry(
                id,
                kind,
                null,
                at,
                key,
                partner,
                territory,
                level,
                axes,
                adoption,
                endorsedBy,
                before,
                after);
    }

    private static State state(Life life) {
        return new State(life.latest().version(), life.status());
    }
}
