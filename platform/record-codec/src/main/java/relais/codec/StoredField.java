package relais.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of a record is stored where it is not simply a field of its name. On another
 * method of the record it adds a derived field: written for queries, never read back.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface StoredField {

    /** The field's name, if it is not that of the component or method. */
    String name() default "";

    /** The component is a record whose fields stand beside the others, not in a document. */
    boolean unwrapped() default false;

    /** The component is a map that is stored as the list of its values; each has its key here. */
    String keyedBy() default "";

    /**
     * No field while the value is an empty list, set, map or document, {@code false} or 0. An
     * absent field is read as that.
     */
    boolean omittedIfEmpty() default false;

    /** An absent field of a primitive type is read as {@code false} or 0; it is an error if not. */
    boolean zeroIfAbsent() default false;
}
