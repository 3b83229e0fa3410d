package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of a point of an agenda, such as {@code ai-1}: unique within its working day. */
public record AgendaItemId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("ai-", "an agenda item id");

    public AgendaItemId {
        FORM.require(value);
    }

    public static Optional<AgendaItemId> parse(@Nullable String text) {
        return FORM.parse(text, AgendaItemId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
