package relais.history.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a figure, as it stands after some event.
 *
 * @param tie what ties it, for an adoption or an endorsement
 */
record Item(Life life, @Nullable Tie tie) {

    Subject subject() {
        return tie == null ? Subject.CARD : tie.subject();
    }

    /** Whether it is the same unit, then or now. */
    boolean isSame(Item other) {
        if (tie == null || other.tie == null) {
            return subject() == other.subject();
        }
        return tie.isSame(other.tie);
    }

    /** What tells it from the others of the same aggregate. */
    String key() {
        return tie == null ? "" : tie.subject() + ":" + tie.key();
    }

    /** Since when it stands, in milliseconds since 1970. */
    long since() {
        return tie == null ? life.times().stood() : tie.begun().at();
    }

    /** Of which it is; of an adoption, the adopter. */
    @Nullable String partner() {
        return tie != null && tie.subject() == Subject.ADOPTION
                ? tie.begun().partner()
                : life.partner();
    }

    /** Where it is, as {@code scheme:code}; of an adoption, the adopter's. */
    @Nullable String territory() {
        return tie != null && tie.subject() == Subject.ADOPTION
                ? tie.begun().territory()
                : life.territory();
    }

    /** The experience's school level. */
    @Nullable String level() {
        return life.text().level();
    }

    List<String> axes() {
        return life.text().axes();
    }
}
