package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;

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
        @Schema(description = "Absent once its last day is over") @Nullable HighlightView highlight,
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
        @Nullable ExperienceView experience,
        @Nullable ProfileView profile,
        @Nullable ContributionView contribution,
        @Nullable ObjectiveView objective,
        @Nullable ActionView action,
        @Nullable WorkingDayView workingDay,
        @Nullable MessageView message,
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

    @Schema(name = "Highlight")
    record HighlightView(@Nullable String headline, Instant since, @Nullable LocalDate until) {}

    @Schema(name = "ExperienceDetails")
    record ExperienceView(
            @Nullable Named competentPartner,
            @Nullable String audience,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable String problem,
            @Nullable String action,
            List<String> partnersInvolved,
            @Nullable MeansView means,
            @Nullable ResultsView results,
            @Nullable String difficulties,
            @Nullable String transfer,
            List<LinkView> links,
            String licence,
            List<EndorsementView> endorsements,
            List<AdoptionView> adoptions,
            List<CommentView> comments) {}

    @Schema(name = "Means")
    record MeansView(@Nullable BigDecimal euros, @Nullable BigDecimal fte, @Nullable String note) {}

    @Schema(name = "Results")
    record ResultsView(String kind, String text) {}

    @Schema(name = "Link")
    record LinkView(String label, String url) {}

    @Schema(name = "Endorsement")
    record EndorsementView(Named partner, Instant at, @Nullable String comment) {}

    @Schema(name = "Adoption")
    record AdoptionView(
            String id,
            Named partner,
            Named territory,
            LocalDate adoptedOn,
            @Nullable String plan,
            @Nullable ResultsView results,
            @Nullable String note,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {}

    @Schema(name = "FieldComment")
    record CommentView(String field, String comment) {}

    @Schema(name = "PartnerProfile")
    record ProfileView(
            String kind,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String represents,
            @Nullable LocalDate charterSignedOn,
            @Schema(
                            description =
                                    "Whether it is one of the committee's signatories, which alone"
                                            + " take positions")
                    boolean committee,
            List<MandateView> mandates) {}

    @Schema(name = "Mandate")
    record MandateView(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn) {}
}
