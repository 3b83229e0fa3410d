package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of a working day, such as {@code wd-lyon-2013}. */
public record WorkingDayId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("wd-", "a working day id");

    public WorkingDayId {
        FORM.require(value);
    }

    public static Optional<WorkingDayId> parse(@Nullable String text) {
        return FORM.parse(text, WorkingDayId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
