package relais.portal.api;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experience or a draft as those see it who work on it.
 *
 * @param status absent of a draft
 * @param text absent of what was withdrawn or moderated, for others than its partner
 * @param submittedAt absent of a draft
 */
public record WrittenExperience(
        String id,
        long version,
        @Nullable String status,
        String partner,
        @JsonUnwrapped @Nullable ExperienceText text,
        @Nullable String externalId,
        @Nullable String reason,
        List<Card.Comment> comments,
        @Nullable LocalDate confirmedOn,
        List<String> endorsements,
        List<Adoption> adoptions,
        @Nullable Instant submittedAt,
        Instant updatedAt,
        @Nullable Returned returned) {

    /** What a reviewer sent back, and what they asked for. */
    public record Returned(
            @JsonUnwrapped ExperienceText text,
            @Nullable String reason,
            List<Card.Comment> comments,
            Instant returnedAt) {}

    public record Adoption(
            String id,
            String partner,
            String territory,
            LocalDate adoptedOn,
            @Nullable LocalDate endedOn) {}

    /** Its title, or empty. */
    public String title() {
        String title = text == null ? null : text.title();
        return title == null ? "" : title;
    }

    public @Nullable String territory() {
        return text == null ? null : text.territory();
    }

    public @Nullable String level() {
        return text == null ? null : text.level();
    }

    /**
     * A person to talk to, for its owner and the committee, and for partners if its owner wants.
     */
    public ExperienceText.@Nullable Contact contact() {
        return text == null ? null : text.contact();
    }

    /** Whether it waits for its review once more. */
    public boolean isAgain() {
        return submittedAt != null && updatedAt.isAfter(submittedAt);
    }

    public boolean is(String wanted) {
        return wanted.equals(status);
    }

    /** Whether only its partner and its reviewers can read it. */
    public boolean isUnderReview() {
        return is("SUBMITTED") || is("RETURNED") || is("TAKEN_BACK");
    }

    /** Whether nothing was heard of it since, and it has no end. */
    public boolean isQuietSince(Instant since) {
        return updatedAt.isBefore(since) && (text == null || text.content().endedOn() == null);
    }

    /** Years without news, since a year ago, which it {@linkplain #isQuietSince is quiet since}. */
    public long quietYears(Instant since) {
        return 1 + ChronoUnit.YEARS.between(updatedAt.atZone(UTC), since.atZone(UTC));
    }

    /** What a partner adopted and did not end. */
    public Optional<Adoption> ongoingAdoptionOf(@Nullable String adopter) {
        return adoptions.stream()
                .filter(each -> each.partner().equals(adopter) && each.endedOn() == null)
                .findFirst();
    }
}
