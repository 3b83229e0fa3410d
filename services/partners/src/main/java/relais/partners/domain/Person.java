package relais.partners.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a mandate. It is kept apart from the partner and from every event, can be erased, and
 * does not print itself, so that no log can hold it.
 */
public record Person(String name, @Nullable String email) {
    public static final int MAX_NAME = 120;
    private static final int MAX_EMAIL = 254;

    /** Enough to catch a slip; only a message sent tells whether an address exists. */
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

    /**
     * @throws IllegalArgumentException if {@link #acceptsName} or {@link #acceptsEmail} says no
     */
    public Person {
        if (!acceptsName(name) || (email != null && !acceptsEmail(email))) {
            throw new IllegalArgumentException("Not the name and address of a person");
        }
    }

    public static boolean acceptsName(@Nullable String raw) {
        return Line.holds(raw, MAX_NAME);
    }

    public static boolean acceptsEmail(@Nullable String raw) {
        return raw != null && raw.length() <= MAX_EMAIL && EMAIL.matcher(raw).matches();
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}
