package relais.aggregates.partner;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of a partner, such as {@code p-departement-45}. */
public record PartnerId(String value) {

    private static final IdForm FORM = new IdForm("p-", "a partner id");

    public PartnerId {
        FORM.require(value);
    }

    public static Optional<PartnerId> parse(@Nullable String text) {
        return FORM.parse(text, PartnerId::new);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
