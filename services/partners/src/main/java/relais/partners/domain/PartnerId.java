package relais.partners.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a partner for ever: {@code p-} and a slug of 1 to 60 characters, as in {@code
 * p-departement-45}.
 */
public record PartnerId(String value) implements Comparable<PartnerId> {
    private static final Pattern SHAPE = Pattern.compile("p-[a-z0-9-]{1,60}");

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public PartnerId {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a partner id: " + value);
        }
    }

    public static boolean accepts(@Nullable String raw) {
        return raw != null && SHAPE.matcher(raw).matches();
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
