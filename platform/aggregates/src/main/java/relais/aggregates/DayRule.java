package relais.aggregates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between which days, both included, a day may lie. Days are French civil days. */
public record DayRule(LocalDate first, LocalDate last) {

    /** Before anything that can be meant. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Any day that can be meant, up to a last one. */
    public static DayRule until(LocalDate last) {
        return new DayRule(EARLIEST, last);
    }

    /** Empty when the text is absent or is not a day such as {@code 2015-10-01}. */
    public static Optional<LocalDate> parse(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public Stream<Refusal> check(String field, @Nullable String text) {
        if (text == null) {
            return Stream.empty();
        }
        return parse(text)
                .map(
                        day ->
                                Refusal.when(
                                        day.isBefore(first) || day.isAfter(last),
                                        Refusal.invalid(field, "date-between", first, last)))
                .orElseGet(() -> Stream.of(Refusal.invalid(field, "not-a-date")));
    }

    /**
     * @param before the day that it was until now, which may stay; absent if there was none
     */
    public Stream<Refusal> required(
            String field, @Nullable String text, @Nullable LocalDate before) {
        return before != null && parse(text).filter(before::equals).isPresent()
                ? Stream.empty()
                : required(field, text);
    }

    public Stream<Refusal> required(String field, @Nullable String text) {
        return text == null ? Stream.of(Refusal.invalid(field, "required")) : check(field, text);
    }
}
