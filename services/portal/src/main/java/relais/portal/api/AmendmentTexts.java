package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amendment with the texts to compare. */
public record AmendmentTexts(
        String id,
        String contribution,
        long version,
        long textVersion,
        String partner,
        String section,
        @Nullable String reason,
        String status,
        @Nullable String answer,
        boolean moved,
        Texts texts) {

    /** What was read, is said and is proposed; current and merged need the section to exist. */
    public record Texts(
            Wording base, @Nullable Wording current, Wording proposed, @Nullable Merged merged) {}

    public record Wording(@Nullable Long textVersion, String heading, String body) {}

    public record Merged(String text, long conflicts, List<Run> runs) {}

    /** A piece of the three texts; it has but the base where all three say the same. */
    public record Run(
            String fate, String base, @Nullable String current, @Nullable String proposed) {}

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
