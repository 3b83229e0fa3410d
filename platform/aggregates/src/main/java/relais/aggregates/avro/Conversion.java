package relais.aggregates.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import relais.aggregates.log.Filed;

/**
 * A value of a component as Avro has it, and back; neither is null.
 *
 * @param reading also given what is not in the value
 */
record Conversion(UnaryOperator<Object> writing, BiFunction<Object, Filed, Object> reading) {

    static Conversion of(UnaryOperator<Object> write, UnaryOperator<Object> read) {
        return new Conversion(write, (avro, _) -> read.apply(avro));
    }

    /** The same in both. */
    static Conversion none() {
        return of(UnaryOperator.identity(), UnaryOperator.identity());
    }

    Object write(Object value) {
        return writing.apply(value);
    }

    Object read(Object avro, Filed filed) {
        return reading.apply(avro, filed);
    }

    /** A conversion of what this one gives. */
    Conversion after(UnaryOperator<Object> unwrap, UnaryOperator<Object> wrap) {
        return new Conversion(
                value -> write(unwrap.apply(value)),
                (avro, filed) -> wrap.apply(read(avro, filed)));
    }

    /** The conversion of a list of what this converts. */
    Conversion listed() {
        return new Conversion(
                value -> {
                    List<Object> avro = new ArrayList<>();
                    ((List<?>) value).forEach(each -> avro.add(write(each)));
                    return avro;
                },
                (avro, filed) -> ((List<?>) avro).stream().map(each -> read(each, filed)).toList());
    }
}
