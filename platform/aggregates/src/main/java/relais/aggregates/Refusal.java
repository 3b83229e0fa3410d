package relais.aggregates;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why a command is refused: the field to look at, and a code whose message says the way out.
 *
 * @param field a path in the request, such as {@code links[2].url}, or what the rule is about
 * @param code the key of the message
 * @param args what the message quotes
 */
public record Refusal(Kind kind, String field, String code, List<Object> args) {

    /** From the gravest to the mildest: the gravest one decides the answer's status. */
    public enum Kind {
        FORBIDDEN,
        NOT_FOUND,
        /** What was sent is no value of its field at all. */
        MALFORMED,
        CONFLICT,
        INVALID
    }

    public Refusal {
        args = List.copyOf(args);
    }

    public static Refusal invalid(String field, String code, Object... args) {
        return new Refusal(Kind.INVALID, field, code, List.of(args));
    }

    public static Refusal malformed(String field, String code, Object... args) {
        return new Refusal(Kind.MALFORMED, field, code, List.of(args));
    }

    public static Refusal forbidden(String field, String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, field, code, List.of(args));
    }

    public static Refusal conflict(String field, String code, Object... args) {
        return new Refusal(Kind.CONFLICT, field, code, List.of(args));
    }

    public static Refusal notFound(String field, String code, Object... args) {
        return new Refusal(Kind.NOT_FOUND, field, code, List.of(args));
    }

    /** The same refusal, of a field that has another name where the command came from. */
    public Refusal of(String otherField) {
        return new Refusal(kind, otherField, code, args);
    }

    /** The gravest of some reasons. */
    public static Kind gravest(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::kind).sorted().findFirst().orElseThrow();
    }

    /** Those of several rules, in their order, each once. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public static Stream<Refusal> all(Stream<Refusal>... rules) {
        return Stream.of(rules).flatMap(refusals -> refusals).distinct();
    }

    /**
     * What a rule says of each entry of a list, by its path such as {@code links[2]}; of a list
     * that is too long, only that.
     */
    public static <T> Stream<Refusal> each(
            String field, List<T> entries, int most, BiFunction<String, T, Stream<Refusal>> rule) {
        return entries.size() > most
                ? Stream.of(invalid(field, "too-many", most))
                : IntStream.range(0, entries.size())
                        .boxed()
                        .flatMap(i -> rule.apply(field + "[" + i + "]", entries.get(i)));
    }

    /** The refusal, if the rule is broken. */
    public static Stream<Refusal> when(boolean broken, Refusal refusal) {
        return broken ? Stream.of(refusal) : Stream.empty();
    }
}
