package relais.contributions.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.codec.StoredType;

/**
 * The name of a key, such as {@code m-loiret#2}. It is no secret: events carry it.
 *
 * @param mandate whose texts it encrypts
 * @param number from 1: a mandate that writes again after an erasure gets the next one
 */
@StoredType(asText = true)
public record KeyId(String mandate, int number) {

    private static final Pattern FORM = Pattern.compile("(.+)#([1-9][0-9]{0,8})");

    public KeyId {
        if (mandate.isBlank() || number < 1) {
            throw new IllegalArgumentException("Not a key: " + mandate + "#" + number);
        }
    }

    /**
     * @throws IllegalArgumentException if it is not the name of a key
     */
    public static KeyId of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a key id: " + text);
        }
        return new KeyId(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    KeyId next() {
        return new KeyId(mandate, number + 1);
    }

    @Override
    public String toString() {
        return mandate + "#" + number;
    }
}
