package relais.contributions.objective;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;

/**
 * Numbers as someone typed them: up to 16 digits before the point and 4 after it, as the published
 * events can hold. The form bounds the size before any parser sees it: {@code 1e999999999} is a
 * short text.
 */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,16}(\\.\\d{1,4}0{0,9})?");

    private Quantity() {}

    static Stream<Refusal> check(String field, @Nullable String text) {
        return Refusal.when(
                text != null && !FORM.matcher(text).matches(), Refusal.invalid(field, "quantity"));
    }

    static Stream<Refusal> required(String field, @Nullable String text) {
        return text == null ? Stream.of(Refusal.invalid(field, "required")) : check(field, text);
    }

    /** The same number always looks the same, however many zeros were typed. */
    static BigDecimal accepted(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    static boolean isSound(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }
}
