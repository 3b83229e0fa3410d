package relais.aggregates;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the ids of one kind look: a prefix such as {@code x-}, then 1 to 60 small letters, digits and
 * hyphens.
 *
 * @param kind with its article, for an error's message
 */
public record IdForm(String prefix, String kind) {

    private static final Pattern REST = Pattern.compile("[a-z0-9-]{1,60}");

    public boolean fits(@Nullable String text) {
        return text != null
                && text.startsWith(prefix)
                && REST.matcher(text.substring(prefix.length())).matches();
    }

    /**
     * @throws IllegalArgumentException if the text is no such id
     */
    public void require(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("Not " + kind + ": " + text);
        }
    }

    /** Empty when the text is absent or no such id. */
    public <I> Optional<I> parse(@Nullable String text, Function<String, I> id) {
        return fits(text) ? Optional.of(id.apply(requireNonNull(text))) : Optional.empty();
    }
}
