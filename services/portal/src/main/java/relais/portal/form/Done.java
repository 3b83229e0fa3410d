package relais.portal.form;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a page says once after a form was accepted, as the flash attribute {@link #ATTRIBUTE}; shown
 * by {@code parts/committee :: done}.
 *
 * @param key of the message, which may name what it is about as {@code {0}}
 * @param about how people call it
 * @param link where to read it; null if there is nothing more to read
 */
public record Done(String key, String about, @Nullable String link) implements Serializable {

    public static final String ATTRIBUTE = "done";
}
