package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card at one version, from 1. In lists the details and what follows them are absent. */
public record Card(
        String id,
        long version,
        String kind,
        String status,
        @Nullable String title,
        @Nullable String preview,
        @Nullable Named partner,
        Named territory,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        @Nullable LocalDate lastConfirmedOn,
        boolean archive,
        boolean textHidden,
        @Nullable String reason,
        int adoptions,
        @Nullable Highlight highlight,
        @Nullable Glance glance,
        @Nullable CardRef subject,
        Instant validFrom,
        @Nullable VersionEvent event,
        @Nullable Experience experience,
        @Nullable Profile profile,
        @Nullable Contribution contribution,
        @Nullable Objective objective,
        @Nullable Action action,
        @Nullable WorkingDay workingDay,
        @Nullable MessageDetails message,
        List<Citation> citedBy) {

    public record VersionEvent(String type, String summary) {}

    public record Highlight(
            @Nullable String headline, @Nullable Instant since, @Nullable LocalDate until) {}

    /** The few figures and days that tell one card of a kind from another. */
    public record Glance(
            @Nullable LocalDate dueOn,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate closesOn,
            @Nullable LocalDate adoptedOn,
            @Nullable BigDecimal percent,
            @Nullable Boolean late,
            @Nullable BigDecimal target,
            @Nullable String unit,
            @Nullable BigDecimal euros,
            @Nullable String results,
            ExperienceContent.@Nullable Picture picture) {}

    /** A contribution that cites this experience, and at which version. */
    public record Citation(
            String id, @Nullable String title, String status, long version, boolean outdated) {}

    public record Experience(
            @Nullable Named competentPartner,
            @JsonUnwrapped ExperienceContent content,
            @Nullable String licence,
            List<Endorsement> endorsements,
            List<Adoption> adoptions,
            List<Comment> comments) {

        public long standingAdoptions() {
            return adoptions.stream().filter(each -> each.endedOn() == null).count();
        }

        public boolean isAdoptedBy(@Nullable String partnerId) {
            return adoptions.stream()
                    .anyMatch(
                            each ->
                                    each.partner().id().equals(partnerId)
                                            && each.endedOn() == null);
        }

        public boolean isEndorsedBy(@Nullable String partnerId) {
            return endorsements.stream().anyMatch(each -> each.partner().id().equals(partnerId));
        }
    }

    public record Endorsement(Named partner, Instant at, @Nullable String comment) {}

    public record Adoption(
            String id,
            Named partner,
            Named territory,
            LocalDate adoptedOn,
            @Nullable String plan,
            ExperienceContent.@Nullable Results results,
            @Nullable String note,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable CardRef ownExperience) {}

    public record Comment(String field, String comment) {}

    public record Profile(
            String kind,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String represents,
            @Nullable LocalDate charterSignedOn,
            @Nullable Boolean committee,
            List<Mandate> mandates) {}

    /** A person's part in a partner, without the person. */
    public record Mandate(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn) {}

    public record Contribution(
            @Nullable String contributionKind,
            List<Named> drafters,
            @Nullable CardRef supersedes,
            @Nullable CardRef supersededBy,
            long textVersion,
            List<Section> sections,
            List<Evidence> evidence,
            List<Amendment> amendments,
            @Nullable Consultation consultation,
            @Nullable String adoptionNote,
            List<CardRef> actions) {}

    /** A part of a text; the body is Markdown. */
    public record Section(
            String id, @Nullable String heading, @Nullable String body, long changedIn) {}

    /** An experience at a version, cited in a text. */
    public record Evidence(
            String experience,
            long version,
            @Nullable String title,
            @Nullable String section,
            @Nullable String note,
            @Nullable Outdated outdated) {}

    public record Outdated(String change, Instant changedAt, @Nullable String reason) {}

    public record Amendment(
            String id,
            Named partner,
            String section,
            long basedOn,
            @Nullable String heading,
            @Nullable String body,
            @Nullable String reason,
            Instant proposedAt,
            String settlement,
            @Nullable Boolean reworded,
            @Nullable String remark) {}

    public record Consultation(
            Instant openedAt,
            Instant deadline,
            List<Named> signatories,
            int quorum,
            @Nullable String note,
            List<Position> positions) {}

    public record Position(Named partner, String position, Instant at, @Nullable String reason) {}

    public record Objective(
            @Nullable String indicator,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineOn,
            @Nullable BigDecimal target,
            @Nullable LocalDate dueOn,
            @Nullable Named steward,
            @Nullable String note,
            List<Measure> measures,
            List<CardRef> actions) {}

    public record Measure(
            BigDecimal value,
            LocalDate measuredOn,
            @Nullable String source,
            @Nullable String note) {}

    public record Action(
            @Nullable String description,
            List<Named> partnersInvolved,
            @Nullable LocalDate dueOn,
            List<CardRef> objectives,
            @Nullable CardRef contribution,
            List<CardRef> experiences,
            @Nullable CardRef workingDay,
            @Nullable String decision,
            List<Progress> progress,
            @Nullable LocalDate completedOn,
            @Nullable String remark) {}

    public record Progress(int percent, Instant at, @Nullable String report) {}

    public record WorkingDay(
            LocalDate date,
            @Nullable String place,
            @Nullable Named inTerritory,
            @Nullable String description,
            List<AgendaItem> agenda,
            @Nullable Minutes minutes) {}

    public record AgendaItem(
            String id,
            @Nullable Named partner,
            String label,
            @Nullable CardRef card,
            @Nullable Long cardVersion,
            @Nullable String note) {}

    /** What was said; the text is Markdown. */
    public record Minutes(
            String text,
            List<Named> attending,
            List<Decision> decisions,
            @Nullable Instant publishedAt,
            @Nullable String correction) {}

    /** What was decided, and the action it became. */
    public record Decision(String id, String text, @Nullable CardRef action) {}

    /** That someone said something; the thread has the text. */
    public record MessageDetails(
            @Nullable String mandate, int length, @Nullable String inReplyTo) {}
}
