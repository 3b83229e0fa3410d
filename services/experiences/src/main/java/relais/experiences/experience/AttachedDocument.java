package relais.experiences.experience;

/**
 * A document to be taken away from a card.
 *
 * @param hash SHA-256 of its bytes, by which they are kept
 * @param licence one of {@link FilePolicy#LICENCES}
 */
public record AttachedDocument(
        String hash, String type, long bytes, String title, String licence) {}
