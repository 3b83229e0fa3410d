package relais.feed.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Kind;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;

/** A card in JSON. In lists what follows {@code event} is absent. */
@Schema(name = "Card")
record CardView(
        String id,
        long version,
        Kind kind,
        Status status,
        @Schema(description = "Absent if the text is hidden") @Nullable String title,
        @Nullable String preview,
        @Schema(description = "The partner it is of; absent if the log does not say")
                @Nullable Named partner,
        Named territory,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Schema(description = "Time of the event that made this version") Instant updatedAt,
        @Nullable LocalDate lastConfirmedOn,
        @Schema(description = "Whether an archive import made this version") boolean archive,
        @Schema(
                        description =
                                "Whether the card was withdrawn or moderated, and only a tombstone is left")
                boolean textHidden,
        @Schema(description = "Why it was returned, withdrawn, moderated or suspended")
                @Nullable String reason,
        int endorsementCount,
        @Schema(description = "Adoptions that have not ended") int adoptions,
        @Schema(description = "Adoptions there ever were, those that ended included")
                int adoptionsEver,
        @Schema(description = "Absent once its last day is over")
                ExperienceCard.@Nullable Highlight highlight,
        @Nullable Glance glance,
        @Schema(description = "The card that a message is about") @Nullable CardRef subject,
        Instant validFrom,
        @Schema(description = "When the next version replaced it; absent while current")
                @Nullable Instant validTo,
        @Schema(
                        description =
                                "What made this version, in the list of versions; absent if the"
                                        + " reader may not know of it")
                @Nullable VersionEvent event,
        @Schema(implementation = ExperienceCard.class) @Nullable Details experience,
        @Schema(implementation = PartnerCard.class) @Nullable Details profile,
        @Schema(implementation = ContributionDetails.class) @Nullable Details contribution,
        @Schema(implementation = ObjectiveDetails.class) @Nullable Details objective,
        @Schema(implementation = ActionCard.class) @Nullable Details action,
        @Schema(implementation = WorkingDayCard.class) @Nullable Details workingDay,
        @Schema(implementation = MessageCard.class) @Nullable Details message,
        @Schema(description = "How many messages about it stand") @Nullable Long messages,
        @Schema(description = "Contributions that cite this experience, the latest first")
                @Nullable List<CitationView> citedBy) {

    /** What words of a search may be seen in. */
    Stream<@Nullable String> texts() {
        return Stream.concat(
                Stream.of(
                        title, preview, partner == null ? null : partner.name(), territory.name()),
                tags.stream());
    }

    @Schema(name = "Citation")
    record CitationView(
            String id,
            @Nullable String title,
            Status status,
            @Schema(description = "The version of the experience that is cited") long version,
            @Schema(description = "Whether the experience has moved on since") boolean outdated) {}

    /** A contribution's text and what it rests on. */
    record ContributionDetails(
            @JsonUnwrapped ContributionCard card,
            List<CitedEvidence> evidence,
            @Schema(description = "Actions that put it into practice") List<CardRef> actions) {}

    @Schema(name = "Evidence")
    record CitedEvidence(
            @JsonUnwrapped ContributionCard.Evidence evidence,
            @Schema(description = "Its title at that version; absent if its text is hidden")
                    @Nullable String title) {}

    /** An objective and how far it is. */
    record ObjectiveDetails(
            @JsonUnwrapped ObjectiveCard card,
            @Schema(description = "Actions towards it") List<CardRef> actions) {}
}
