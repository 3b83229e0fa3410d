package relais.contributions.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of an action, such as {@code ac-3f9c2a}. */
public record ActionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ac-[a-z0-9-]{1,60}");

    public ActionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an action id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<ActionId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new ActionId(text))
                : Optional.empty();
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
