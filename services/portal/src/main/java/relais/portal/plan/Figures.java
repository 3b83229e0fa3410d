package relais.portal.plan;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures as people type them: « 1 250,5 » as well as 1250.5. */
final class Figures {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private Figures() {}

    /** A number, or what was typed for the service to say what is wrong with it. */
    static @Nullable Object number(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String plain = SPACES.matcher(typed).replaceAll("").replace(',', '.');
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : typed;
    }

    /** The same in a field of a form, with the comma that French has. */
    static @Nullable String typed(@Nullable BigDecimal number, boolean french) {
        if (number == null) {
            return null;
        }
        String plain = number.stripTrailingZeros().toPlainString();
        return french ? plain.replace('.', ',') : plain;
    }
}
