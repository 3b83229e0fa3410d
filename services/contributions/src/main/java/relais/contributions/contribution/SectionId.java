package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identifier of a section within its contribution: {@code s-1}, {@code s-2}… in the order in
 * which sections came, whatever their place in the text. One that has gone is never given again.
 */
record SectionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("s-[a-z0-9-]{1,60}");
    private static final Pattern NUMBERED = Pattern.compile("s-([0-9]{1,9})");

    public SectionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a section id: " + value);
        }
    }

    public static SectionId numbered(int number) {
        return new SectionId("s-" + number);
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<SectionId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new SectionId(text))
                : Optional.empty();
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
