package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a contribution, such as {@code c-socle-college}. */
public record ContributionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("c-[a-z0-9-]{1,60}");

    public ContributionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a contribution id: " + value);
        }
    }

    /** Empty when the text is absent or has another form. */
    public static Optional<ContributionId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new ContributionId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
