package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/**
 * The identifier of a decision within its working day: {@code d-1}, {@code d-2}… in the order in
 * which decisions were written down. One that has gone is never given again.
 */
public record DecisionId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("d-", "a decision id");
    private static final Pattern NUMBERED = Pattern.compile("d-([0-9]{1,9})");

    public DecisionId {
        FORM.require(value);
    }

    public static DecisionId numbered(int number) {
        return new DecisionId("d-" + number);
    }

    public static Optional<DecisionId> parse(@Nullable String text) {
        return FORM.parse(text, DecisionId::new);
    }

    /** Its number, or 0 for one that was not numbered here. */
    public int number() {
        Matcher numbered = NUMBERED.matcher(value);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
