package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of an amendment, such as {@code am-3f9c2a}. */
record AmendmentId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("am-", "an amendment id");

    public AmendmentId {
        FORM.require(value);
    }

    public static Optional<AmendmentId> parse(@Nullable String text) {
        return FORM.parse(text, AmendmentId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
