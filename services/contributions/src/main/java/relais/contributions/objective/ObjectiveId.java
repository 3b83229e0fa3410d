package relais.contributions.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of an objective, such as {@code o-bandwidth}. */
public record ObjectiveId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("o-", "an objective id");

    public ObjectiveId {
        FORM.require(value);
    }

    public static Optional<ObjectiveId> parse(@Nullable String text) {
        return FORM.parse(text, ObjectiveId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
