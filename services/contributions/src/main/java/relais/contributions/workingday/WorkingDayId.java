package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a working day, such as {@code wd-lyon-2013}. */
public record WorkingDayId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("wd-[a-z0-9-]{1,60}");

    public WorkingDayId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a working day id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<WorkingDayId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new WorkingDayId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
