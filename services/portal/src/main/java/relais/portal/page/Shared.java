package relais.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * What a public page tells whoever shows a link to it: OpenGraph and schema.org. A page says it as
 * the attribute {@link #ATTRIBUTE}; without it there is its title alone.
 *
 * @param description a sentence or two; null if there is none
 * @param path the one path of the page, without a query
 * @param kind of OpenGraph: {@code website}, {@code article} or {@code profile}
 * @param image the path of its picture; null if there is none
 * @param oEmbed whether others may show it on their own page
 * @param linkedData JSON-LD; null if schema.org has no words for it
 */
public record Shared(
        String title,
        @Nullable String description,
        String path,
        String kind,
        @Nullable String image,
        boolean oEmbed,
        @Nullable String linkedData) {

    public static final String ATTRIBUTE = "shared";

    /** A page that only informs, or lists. */
    public static Shared page(String title, @Nullable String description, String path) {
        return new Shared(title, description, path, "website", null, false, null);
    }
}
