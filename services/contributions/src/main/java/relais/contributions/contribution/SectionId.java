package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/**
 * The identifier of a section within its contribution: {@code s-1}, {@code s-2}… in the order in
 * which sections came, whatever their place in the text. One that has gone is never given again.
 */
record SectionId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("s-", "a section id");
    private static final Pattern NUMBERED = Pattern.compile("s-([0-9]{1,9})");

    public SectionId {
        FORM.require(value);
    }

    public static SectionId numbered(int number) {
        return new SectionId("s-" + number);
    }

    public static Optional<SectionId> parse(@Nullable String text) {
        return FORM.parse(text, SectionId::new);
    }

    /** Its number, or 0 for one that was not numbered here. */
    int number() {
        var numbered = NUMBERED.matcher(value);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
