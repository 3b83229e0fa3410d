package relais.experiences.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.AdoptionId;
import relais.experiences.experience.ExperienceId;

/** Ids that follow from the archive itself, so that a file sent twice names the same things. */
final class ImportedIds {

    private static final int BYTES = 12;

    private ImportedIds() {}

    static ExperienceId experience(PartnerId owner, String externalId) {
        return new ExperienceId("x-" + digest(owner.value() + "\u0000" + externalId));
    }

    static AdoptionId adoption(ExperienceId experience, String adoptionRef) {
        return new AdoptionId("a-" + digest(experience.value() + "\u0000" + adoptionRef));
    }

    /** What makes a row the same row: see {@link ImportColumns}. */
    static String row(
            ImportRow row, ImportOperation operation, PartnerId partner, String externalId) {
        String occurredAt = row.get(ImportColumns.OCCURRED_AT);
        return digest(
                String.join(
                        "\u0000",
                        externalId,
                        operation.name(),
                        partner.value(),
                        occurredAt == null ? row.canonical() : occurredAt));
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
