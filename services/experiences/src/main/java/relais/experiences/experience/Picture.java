package relais.experiences.experience;

import org.jspecify.annotations.Nullable;

/**
 * A picture of a card.
 *
 * @param hash SHA-256 of the bytes as they are served, by which they are kept
 * @param bytes size of the largest form that is served
 * @param width of that form, in pixels
 * @param alternative what it shows, for those who do not see it
 * @param licence one of {@link FilePolicy#LICENCES}
 * @param credit whom to name beside it
 */
public record Picture(
        String hash,
        String type,
        long bytes,
        int width,
        int height,
        String alternative,
        String licence,
        @Nullable String credit) {}
