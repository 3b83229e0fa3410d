package relais.contributions.contribution;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import relais.aggregates.Refusal;

/** Rules for each value of a list, with the path of the one at fault. */
final class Fields {

    private Fields() {}

    /**
     * @param rule takes the path, such as {@code sections[2]}, and the value
     */
    static <T> Stream<Refusal> each(
            String field, List<T> values, BiFunction<String, T, Stream<Refusal>> rule) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> rule.apply(field + "[" + i + "]", values.get(i)));
    }
}
