package relais.aggregates.territory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A territory, named {@code scheme:code}, such as {@code commune:25056}. Whether it exists is for
 * {@link TerritoryMap} to say.
 */
public record TerritoryCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]{1,20}:[0-9A-Za-z]{1,20}");

    public TerritoryCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a territory code: " + value);
        }
    }

    /** Empty when the text is absent or is not a territory code. */
    public static Optional<TerritoryCode> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(new TerritoryCode(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
