package relais.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a record or a sealed interface of records is stored where the general rule does not fit. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredType {

    /** Of a sealed interface: the field that says which of its records a document is. */
    String discriminator() default "type";

    /** Of a record: what the discriminator says; its simple name if empty. */
    String value() default "";

    /** Stored as what {@code toString()} says, and read by a static method {@code of(String)}. */
    boolean asText() default false;

    /** A record of one component that is a document all the same. */
    boolean asDocument() default false;

    /** {@link StoredField#omittedIfEmpty()} for every list, set, map and record it holds. */
    boolean omitsEmpty() default false;
}
