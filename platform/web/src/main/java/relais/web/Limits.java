package relais.web;

import org.jspecify.annotations.Nullable;

/** How many entries a page may have. */
public final class Limits {

    public static final int DEFAULT = 20;
    public static final int MAXIMUM = 100;

    private Limits() {}

    /**
     * Reads the query parameter {@code limit}: {@value #DEFAULT} if absent, else 1 to {@value
     * #MAXIMUM}.
     *
     * @throws ProblemException 400 naming {@code limit}
     */
    public static int limit(@Nullable String raw) {
        if (raw == null) {
            return DEFAULT;
        }
        // Nine digits cannot overflow; a sign or a blank is not a number of entries.
        if (raw.matches("[0-9]{1,9}")) {
            int limit = Integer.parseInt(raw);
            if (limit >= 1 && limit <= MAXIMUM) {
                return limit;
            }
        }
        throw Problem.invalid("limit", "between", 1, MAXIMUM).exception();
    }
}
