package relais.aggregates.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.DecisionContext;
import relais.web.Problem;

/** Reads what a query asks for; what makes no sense is a 400 that names the parameter. */
public final class QueryChoices {

    private QueryChoices() {}

    /** One of the codes, in any case; null if nothing is asked. */
    public static <T extends Enum<T>> @Nullable T code(
            String parameter, @Nullable String text, Class<T> type) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(parameter, "one-of", names(type)).exception());
    }

    /** An identifier of one kind; null if nothing is asked. */
    public static <T> @Nullable T id(
            String parameter, @Nullable String text, Function<String, Optional<T>> parse) {
        return text == null
                ? null
                : parse.apply(text)
                        .orElseThrow(() -> Problem.invalid(parameter, "not-an-id").exception());
    }

    /** A day, or {@code now} for that of Paris; null if nothing is asked. */
    public static @Nullable LocalDate day(String parameter, @Nullable String text, Clock clock) {
        return switch (text) {
            case null -> null;
            case "now" -> DecisionContext.dayOf(clock.instant());
            default ->
                    DayRule.parse(text)
                            .orElseThrow(
                                    () -> Problem.invalid(parameter, "not-a-date").exception());
        };
    }

    /** False if nothing is asked. */
    public static boolean yes(String parameter, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(parameter, "one-of", "true, false").exception();
        };
    }

    private static <T extends Enum<T>> String names(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
