package relais.contributions.objective;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;

/**
 * Numbers as someone typed them: up to 16 digits before the point and 4 after it, as the published
 * events can hold.
 */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,16}(\\.\\d{1,4}0{0,9})?");

    /** No number of more digits is sound. */
    private static final int LONGEST = 40;

    private Quantity() {}

    static Stream<Refusal> check(String field, @Nullable BigDecimal number) {
        return Refusal.when(number != null && !isSound(number), Refusal.invalid(field, "quantity"));
    }

    static Stream<Refusal> required(String field, @Nullable BigDecimal number) {
        return number == null
                ? Stream.of(Refusal.invalid(field, "required"))
                : check(field, number);
    }

    /** The same number always looks the same, however many zeros were typed. */
    static BigDecimal accepted(BigDecimal typed) {
        BigDecimal number = typed.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** {@code 1e999999999} is short as JSON and endless in digits: it is not written out. */
    static boolean isSound(@Nullable BigDecimal number) {
        return number != null
                && Math.abs((long) number.scale()) + number.precision() < LONGEST
                && FORM.matcher(number.toPlainString()).matches();
    }
}
