package relais.history.figure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which territories contain which, in all vintages. Territories are {@code scheme:code}. */
public interface Geography {

    /** Every territory, of any time, in whose feed something of this one belongs. */
    List<String> reach(String territory);

    /** Whether it is there on a day of Europe/Paris. */
    boolean exists(String territory, LocalDate day);

    /**
     * What is there in its place on a later day: itself, or what took over from it. Itself, too, if
     * nothing is known to have followed.
     */
    String inItsPlace(String territory, LocalDate day);

    /** Null if it is not known. */
    @Nullable String name(String territory);
}
