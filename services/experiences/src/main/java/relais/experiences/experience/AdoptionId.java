package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of one adoption of an experience, such as {@code a-77b0e1}. */
public record AdoptionId(String value) {

    private static final IdForm FORM = new IdForm("a-", "an adoption id");

    public AdoptionId {
        FORM.require(value);
    }

    public static Optional<AdoptionId> parse(@Nullable String text) {
        return FORM.parse(text, AdoptionId::new);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
