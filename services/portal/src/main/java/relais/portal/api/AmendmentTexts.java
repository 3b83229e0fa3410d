package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amendment with the texts to compare.
 *
 * @param version of the contribution
 * @param textVersion the present one of the contribution's text
 * @param answer why it was accepted, rejected or withdrawn
 * @param moved whether the section has changed since the proposer read it
 */
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

    /**
     * @param text where both sides changed the same words, both stand between lines of marks
     * @param conflicts how many such places there are
     */
    public record Merged(String text, long conflicts, List<Run> runs) {}

    /**
     * A piece of the three texts.
     *
     * @param fate {@code KEPT}, {@code CHANGED_BY_CURRENT}, {@code CHANGED_BY_PROPOSED}, {@code
     *     BOTH_SAME} or {@code CONFLICT}
     * @param current absent where all three say the same
     * @param proposed absent where all three say the same
     */
    public record Run(
            String fate, String base, @Nullable String current, @Nullable String proposed) {}

    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
