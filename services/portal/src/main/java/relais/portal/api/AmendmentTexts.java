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

    /**
     * What the proposer read, what the section says now, and what it is to say.
     *
     * @param current absent if the section is gone
     * @param merged the changes of both sides in one; absent if the section is gone
     */
    public record Texts(
            Wording base, @Nullable Wording current, Wording proposed, @Nullable Merged merged) {}

    public record Wording(@Nullable Long textVersion, String heading, String body) {}

    public record Merged(String text, long conflicts, List<Run> runs) {}

    /**
     * A piece of the three texts.
     *
     * @param current absent where all three say the same
     * @param proposed absent where all three say the same
     */
    public record Run(
            String fate, String base, @Nullable String current, @Nullable String proposed) {}

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
