package relais.aggregates.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import relais.aggregates.log.Filed;

/** A value of a component as Avro has it, and back; neither is null. */
interface Conversion {

    Object write(Object value);

    /**
     * @param filed for components that are not in the value
     */
    Object read(Object avro, Filed filed);

    static Conversion of(UnaryOperator<Object> write, UnaryOperator<Object> read) {
        return new Conversion() {
            @Override
            public Object write(Object value) {
                return write.apply(value);
            }

            @Override
            public Object read(Object avro, Filed filed) {
                return read.apply(avro);
            }
        };
    }

    /** The same in both. */
    static Conversion none() {
        return of(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A conversion of what this one gives. */
    default Conversion after(UnaryOperator<Object> unwrap, UnaryOperator<Object> wrap) {
        Conversion inner = this;
        return new Conversion() {
            @Override
            public Object write(Object value) {
                return inner.write(unwrap.apply(value));
            }

            @Override
            public Object read(Object avro, Filed filed) {
                return wrap.apply(inner.read(avro, filed));
            }
        };
    }

    /** The conversion of a list of what this converts. */
    default Conversion listed() {
        Conversion element = this;
        return new Conversion() {
            @Override
            public Object write(Object value) {
                List<Object> avro = new ArrayList<>();
                ((List<?>) value).forEach(each -> avro.add(element.write(each)));
                return avro;
            }

            @Override
            public Object read(Object avro, Filed filed) {
                return ((List<?>) avro).stream().map(each -> element.read(each, filed)).toList();
            }
        };
    }
}
