package relais.portal.api;

/** Versions as HTTP has them. */
public final class Versions {

    private Versions() {}

    /**
     * A version that a page carried, for {@code If-Match}.
     *
     * @param version digits; anything else becomes a version that nothing has, so that the service
     *     says that it is not the present one
     */
    public static String etag(String version) {
        return "\"" + (version.matches("\\d{1,18}") ? version : "0") + "\"";
    }
}
