package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one partner did in one territory. */
public record ExperienceCard(
        Revision revision, Origin origin, Content content, Review review, Engagement engagement)
        implements Card {

    /** Who posted it. */
    public record Origin(
            String partner, @Nullable String competentPartner, @Nullable String externalId) {}

    /**
     * What the committee made of it.
     *
     * @param firstPublishedAt null until it is published; then it never changes
     * @param reason why it was returned, withdrawn or moderated; null in any other status
     * @param comments field by field, while it is returned
     */
    public record Review(
            Status status,
            @Nullable Instant firstPublishedAt,
            @Nullable String reason,
            List<FieldComment> comments) {

        public Review {
            comments = List.copyOf(comments);
        }
    }

    /** What others made of it. */
    public record Engagement(
            List<Endorsement> endorsements,
            List<Adoption> adoptions,
            @Nullable Highlight highlight,
            @Nullable LocalDate lastConfirmedOn) {

        static final Engagement NONE = new Engagement(List.of(), List.of(), null, null);

        public Engagement {
            endorsements = List.copyOf(endorsements);
            adoptions = List.copyOf(adoptions);
        }

        /** How many adoptions have not ended. */
        public int standingAdoptions() {
            return (int) adoptions.stream().filter(each -> each.endedOn() == null).count();
        }
    }

    public record FieldComment(String field, String comment) {}

    public record Endorsement(String partner, Instant at, @Nullable String comment) {}

    /**
     * What the committee puts forward.
     *
     * @param until the last day, included; null if there is none
     */
    public record Highlight(@Nullable String headline, Instant since, @Nullable LocalDate until) {

        /** Whether it is not over on that day. */
        public boolean isShownOn(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    /** Another territory does the same. */
    public record Adoption(
            String id,
            String partner,
            String territory,
            LocalDate adoptedOn,
            @Nullable String plan,
            Content.@Nullable Results results,
            @Nullable String note,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {}

    @Override
    public ExperienceCard at(Revision other) {
        return new ExperienceCard(other, origin, content, review, engagement);
    }

    @Override
    public Visibility visibility() {
        return review.firstPublishedAt() == null ? Visibility.COMMITTEE : Visibility.PUBLIC;
    }

    @Override
    public boolean hidesText() {
        return status() == Status.WITHDRAWN || status() == Status.MODERATED;
    }

    @Override
    public Instant date() {
        Instant published = review.firstPublishedAt();
        return published == null ? revision.createdAt() : published;
    }

    @Override
    public Kind kind() {
        return Kind.EXPERIENCE;
    }

    @Override
    public Status status() {
        return review.status();
    }

    @Override
    public String partner() {
        return origin.partner();
    }

    @Override
    public String territory() {
        return content.territory();
    }
}
