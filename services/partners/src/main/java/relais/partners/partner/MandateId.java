package relais.partners.partner;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/**
 * Names a mandate for ever: {@code m-} and a slug of 1 to 60 characters. It stands for a person in
 * every event, so it must not be made from the person's name.
 */
record MandateId(@JsonValue String value) {
    private static final IdForm FORM = new IdForm("m-", "a mandate id");

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public MandateId {
        FORM.require(value);
    }

    public static boolean accepts(@Nullable String raw) {
        return FORM.fits(raw);
    }

    @Override
    public String toString() {
        return value;
    }
}
