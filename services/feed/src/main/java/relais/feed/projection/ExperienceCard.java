package relais.feed.projection;

import static relais.feed.projection.Reference.To.CARD;
import static relais.feed.projection.Reference.To.PARTNER;
import static relais.feed.projection.Reference.To.TERRITORY;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/** What one partner did in one territory. */
@Schema(name = "ExperienceDetails")
@StoredType("EXPERIENCE")
public record ExperienceCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @StoredField(unwrapped = true) @JsonUnwrapped Origin origin,
        @JsonUnwrapped Content content,
        @StoredField(unwrapped = true) @JsonUnwrapped Engagement engagement,
        @StoredField(unwrapped = true) @JsonUnwrapped Review review)
        implements Card {

    /** Who posted it. */
    public record Origin(
            @JsonIgnore String partner,
            @Reference(PARTNER) @Nullable String competentPartner,
            @JsonIgnore @Nullable String externalId) {}

    /**
     * What the committee made of it.
     *
     * @param firstPublishedAt null until it is published; then it never changes
     * @param reason why it was returned, withdrawn or moderated; null in any other status
     * @param comments field by field, while it is returned
     */
    @StoredType(omitsEmpty = true)
    public record Review(
            @JsonIgnore Status status,
            @JsonIgnore @Nullable Instant firstPublishedAt,
            @JsonIgnore @Nullable String reason,
            List<FieldComment> comments) {

        public Review {
            comments = List.copyOf(comments);
        }
    }

    /** What others made of it. */
    @StoredType(omitsEmpty = true)
    public record Engagement(
            List<Endorsement> endorsements,
            List<Adoption> adoptions,
            @JsonIgnore @Nullable Highlight highlight,
            @JsonIgnore @Nullable LocalDate lastConfirmedOn) {

        static final Engagement NONE = new Engagement(List.of(), List.of(), null, null);

        public Engagement {
            endorsements = List.copyOf(endorsements);
            adoptions = List.copyOf(adoptions);
        }

        /** How many adoptions have not ended. */
        public int standingAdoptions() {
            return (int) adoptions.stream().filter(each -> each.endedOn() == null).count();
        }

        /** Every partner that ever adopted it, once: what its card is found by. */
        @StoredField(omittedIfEmpty = true)
        List<String> adopters() {
            return adoptions.stream().map(Adoption::partner).distinct().toList();
        }

        Engagement endorsed(List<Endorsement> others) {
            return new Engagement(others, adoptions, highlight, lastConfirmedOn);
        }

        Engagement adopted(List<Adoption> others) {
            return new Engagement(endorsements, others, highlight, lastConfirmedOn);
        }

        Engagement highlighted(@Nullable Highlight other) {
            return new Engagement(endorsements, adoptions, other, lastConfirmedOn);
        }

        Engagement confirmed(LocalDate on) {
            return new Engagement(endorsements, adoptions, highlight, on);
        }

        /** Without what others wrote. */
        public Engagement withoutText() {
            return new Engagement(
                    endorsements.stream()
                            .map(each -> new Endorsement(each.partner(), each.at(), null))
                            .toList(),
                    adoptions.stream().map(Adoption::withoutText).toList(),
                    highlight == null
                            ? null
                            : new Highlight(null, highlight.since(), highlight.until()),
                    lastConfirmedOn);
        }
    }

    @Schema(name = "FieldComment")
    public record FieldComment(String field, String comment) {}

    @Schema(name = "Endorsement")
    public record Endorsement(
            @Reference(PARTNER) String partner, Instant at, @Nullable String comment) {}

    /**
     * What the committee puts forward.
     *
     * @param until the last day, included; null if there is none
     */
    @Schema(name = "Highlight")
    public record Highlight(@Nullable String headline, Instant since, @Nullable LocalDate until) {

        /** Whether it is not over on that day. */
        public boolean isShownOn(LocalDate day) {
            return until == null || !until.isBefore(day);
        }
    }

    /**
     * Another territory does the same.
     *
     * @param ownExperience the adopter's own card that came of it; null if it names none
     */
    @Schema(name = "Adoption")
    public record Adoption(
            String id,
            @Reference(PARTNER) String partner,
            @Reference(TERRITORY) String territory,
            LocalDate adoptedOn,
            @Nullable String plan,
            Content.@Nullable Results results,
            @Nullable String note,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Reference(CARD) @Nullable String ownExperience) {

        Adoption reported(
                Content.Results made,
                @Nullable String remark,
                LocalDate on,
                @Nullable String ownCard) {
            return new Adoption(
                    id, partner, territory, adoptedOn, plan, made, remark, on, endedOn, endReason,
                    ownCard);
        }

        Adoption ended(LocalDate on, @Nullable String why) {
            return new Adoption(
                    id,
                    partner,
                    territory,
                    adoptedOn,
                    plan,
                    results,
                    note,
                    reportedOn,
                    on,
                    why,
                    ownExperience);
        }

        Adoption withoutText() {
            return new Adoption(
                    id,
                    partner,
                    territory,
                    adoptedOn,
                    null,
                    null,
                    null,
                    reportedOn,
                    endedOn,
                    null,
                    ownExperience);
        }
    }

    @Override
    public ExperienceCard at(Revision other) {
        return new ExperienceCard(other, headline, origin, content, engagement, review);
    }

    public ExperienceCard with(Headline title, Content text) {
        return new ExperienceCard(revision, title, origin, text, engagement, review);
    }

    ExperienceCard with(Origin other) {
        return new ExperienceCard(revision, headline, other, content, engagement, review);
    }

    public ExperienceCard with(Engagement other) {
        return new ExperienceCard(revision, headline, origin, content, other, review);
    }

    public ExperienceCard with(Review other) {
        return new ExperienceCard(revision, headline, origin, content, engagement, other);
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
    public @Nullable Instant publishedAt() {
        return review.firstPublishedAt();
    }

    /** The cards of adopters that came of this one. */
    @Override
    public List<String> refersTo() {
        return engagement.adoptions().stream()
                .flatMap(adoption -> Stream.ofNullable(adoption.ownExperience()))
                .distinct()
                .toList();
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
    public @Nullable String reason() {
        return review.reason();
    }

    @Override
    public String partner() {
        return origin.partner();
    }
}
