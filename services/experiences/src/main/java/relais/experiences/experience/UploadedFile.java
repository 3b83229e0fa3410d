package relais.experiences.experience;

import relais.codec.StoredField;

/**
 * What is known of a file that was sent and found sound.
 *
 * @param hash SHA-256 of the bytes as they are served
 * @param type media type of these bytes
 * @param width in pixels; 0 for a document
 * @param height in pixels; 0 for a document
 */
public record UploadedFile(
        @StoredField(name = "_id") String hash,
        FileUse use,
        String type,
        long bytes,
        int width,
        int height) {}
