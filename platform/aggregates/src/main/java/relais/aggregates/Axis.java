package relais.aggregates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six working axes of the charter of 1 October 2015. */
public enum Axis {
    USES,
    GOVERNANCE,
    SUPPORT,
    FRAMEWORKS,
    INFRASTRUCTURE,
    INDUSTRY;

    /** One axis or more, each of them known. */
    public static Stream<Refusal> required(String field, List<String> typed) {
        return typed.isEmpty()
                ? Stream.of(Refusal.invalid(field, "required"))
                : Refusal.each(
                        field,
                        typed,
                        values().length,
                        (path, axis) ->
                                Refusal.when(
                                        parse(axis).isEmpty(),
                                        Refusal.invalid(path, "unknown-axis")));
    }

    /** Each once; all of them are known. */
    public static List<Axis> accepted(List<String> typed) {
        return typed.stream().distinct().map(axis -> parse(axis).orElseThrow()).toList();
    }

    public static Optional<Axis> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(axis -> axis.name().equals(text)).findFirst();
    }
}
