package relais.teststack;

import java.util.Map;

/** What the parts are to run as. */
enum PartsWanted {
    /** As containers; images that are not there are downloaded, and nothing takes their place. */
    CONTAINERS,
    /** As processes of this machine. */
    EMBEDDED,
    /** As containers if all images are there, else as processes. */
    AS_FOUND;

    static final String VARIABLE = "RELAIS_TESTS";

    /**
     * What the variable {@code RELAIS_TESTS} says.
     *
     * @throws IllegalArgumentException naming the variable and what it may hold
     */
    static PartsWanted of(Map<String, String> environment) {
        String said = environment.getOrDefault(VARIABLE, "").strip();
        return switch (said) {
            case "" -> AS_FOUND;
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            default ->
                    throw new IllegalArgumentException(
                            "%s is containers, embedded, or empty for what is there, not %s"
                                    .formatted(VARIABLE, said));
        };
    }
}
