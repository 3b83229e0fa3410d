package relais.history.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a figure, as it stands after some event.
 *
 * @param bond what ties it, for an adoption or an endorsement
 * @param partner of which it is; of an adoption, the adopter
 * @param territory where it is; of an adoption, the adopter's
 * @param level the experience's school level
 */
record Item(
        Life life,
        @Nullable Bond bond,
        @Nullable String partner,
        @Nullable String territory,
        @Nullable String level,
        List<String> axes) {

    static Item ofCard(Life life) {
        return new Item(
                life,
                null,
                life.partner(),
                life.territory(),
                life.text().level(),
                life.text().axes());
    }

    static Item ofBond(Life life, Bond bond) {
        boolean adopted = bond.subject() == Subject.ADOPTION;
        return new Item(
                life,
                bond,
                adopted ? bond.begun().partner() : life.partner(),
                adopted ? bond.begun().territory() : life.territory(),
                life.text().level(),
                life.text().axes());
    }

    Subject subject() {
        return bond == null ? Subject.CARD : bond.subject();
    }

    /** What tells it from the others of the same aggregate. */
    String key() {
        return bond == null ? "" : bond.subject() + ":" + bond.key();
    }

    /** Since when it stands, in milliseconds since 1970. */
    long since() {
        return bond == null ? life.times().stood() : bond.begun().at();
    }
}
