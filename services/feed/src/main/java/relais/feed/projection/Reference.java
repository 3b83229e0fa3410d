package relais.feed.projection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that holds the identifier of something with a name, or several. Readers are
 * given the name as well, as it is at the time that is read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Reference {

    To value();

    /** What the identifier is of. */
    enum To {
        PARTNER,
        TERRITORY,
        CARD
    }
}
