package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.ListPosition;
import relais.aggregates.partner.PartnerId;
import relais.codec.StoredField;
import relais.codec.StoredType;
import relais.contributions.known.ExperienceId;

/** What is asked of all contributions at once. */
interface Contributions {

    /**
     * What a list keeps. What is absent keeps all.
     *
     * @param submitted whether only what is ready for a consultation is kept
     * @param everyones whether only what everyone may read is kept
     * @param draftedBy besides that, the contributions this partner drafts
     */
    record Selection(
            @Nullable ContributionStatus status,
            @Nullable Axis axis,
            @Nullable ContributionKind kind,
            boolean submitted,
            boolean everyones,
            @Nullable PartnerId draftedBy) {}

    /** An entry of a list: without the text, which may be long. */
    @Schema(
            name = "ContributionListed",
            example =
                    """
                    {"id": "c-3f9c2a", "version": 6, "status": "CONSULTATION", "kind": "FRAMEWORK",
                     "title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                     "partner": "p-amf", "drafters": ["p-amf"], "openedAt": "2026-02-01T10:00:00Z",
                     "deadline": "2026-05-01T16:00:00Z", "updatedAt": "2026-04-01T08:00:00Z"}\
                    """)
    record Listed(
            @StoredField(name = "_id") ContributionId id,
            long version,
            @JsonUnwrapped State state) {

        /**
         * @param consultation the one under way, or that led to the adoption
         */
        record State(
                ContributionStatus status,
                ContributionKind kind,
                @JsonUnwrapped Titles text,
                @JsonProperty("partner") PartnerId opener,
                List<PartnerId> drafters,
                Instant openedAt,
                @JsonIgnore @Nullable Ready submission,
                @JsonUnwrapped @Nullable Asked consultation,
                @Nullable LocalDate adoptedOn,
                @Nullable ContributionId supersededBy,
                @StoredField(name = "lastEventAt") Instant updatedAt) {

            @JsonProperty
            @Nullable Instant submittedAt() {
                return submission == null ? null : submission.at();
            }
        }

        /** What a text is called. */
        record Titles(String title, @Nullable String summary, List<Axis> axes) {}

        /** Since when the drafters hold its text ready for a consultation. */
        @StoredType(asDocument = true)
        record Ready(Instant at) {}

        /** Until when signatories answer. */
        @StoredType(asDocument = true)
        record Asked(Instant deadline) {}
    }

    /** The latest opened first. */
    List<Listed> list(Selection selection, @Nullable ListPosition<Instant> after, int limit);

    /**
     * Those that cite an experience and are still drafted, consulted on or in force, in the order
     * of their ids.
     *
     * @param after the last one that was had; absent for the first ones
     */
    List<ContributionId> citing(ExperienceId experience, @Nullable ContributionId after, int limit);
}
