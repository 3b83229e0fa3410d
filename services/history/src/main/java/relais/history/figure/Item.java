package relais.history.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a figure, as it stands after some event.
 *
 * @param bond what ties it, for an adoption or an endorsement
 */
record Item(Life life, @Nullable Bond bond) {

    Subject subject() {
        return bond == null ? Subject.CARD : bond.subject();
    }

    /** Whether it is the same unit, then or now. */
    boolean isSame(Item other) {
        if (bond == null || other.bond == null) {
            return subject() == other.subject();
        }
        return bond.isSame(other.bond);
    }

    /** What tells it from the others of the same aggregate. */
    String key() {
        return bond == null ? "" : bond.subject() + ":" + bond.key();
    }

    /** Since when it stands, in milliseconds since 1970. */
    long since() {
        return bond == null ? life.times().stood() : bond.begun().at();
    }

    /** Of which it is; of an adoption, the adopter. */
    @Nullable String partner() {
        return bond != null && bond.subject() == Subject.ADOPTION
                ? bond.begun().partner()
                : life.partner();
    }

    /** Where it is, as {@code scheme:code}; of an adoption, the adopter's. */
    @Nullable String territory() {
        return bond != null && bond.subject() == Subject.ADOPTION
                ? bond.begun().territory()
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
