package relais.contributions.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of an action, such as {@code ac-3f9c2a}. */
public record ActionId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("ac-", "an action id");

    public ActionId {
        FORM.require(value);
    }

    public static Optional<ActionId> parse(@Nullable String text) {
        return FORM.parse(text, ActionId::new);
    }

    /**
     * The action that a decision becomes: the same one, however often it is told. Decisions are
     * numbered within their working day, hence both names.
     */
    public static ActionId of(Origin origin) {
        String name = origin.workingDay() + "/" + origin.decision();
        return new ActionId("ac-" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
