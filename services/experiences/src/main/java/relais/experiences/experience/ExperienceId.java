package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of an experience, such as {@code x-3f9c2a}. */
public record ExperienceId(String value) {

    private static final IdForm FORM = new IdForm("x-", "an experience id");

    public ExperienceId {
        FORM.require(value);
    }

    public static Optional<ExperienceId> parse(@Nullable String text) {
        return FORM.parse(text, ExperienceId::new);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
