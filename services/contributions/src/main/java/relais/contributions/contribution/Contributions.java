package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.ExperienceId;

/** What is asked of all contributions at once. */
public interface Contributions {

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

    /** Where a list was left: the last entry that was shown. */
    record Position(Instant openedAt, String id) {}

    /**
     * An entry of a list: without the text, which may be long.
     *
     * @param submittedAt since when its text is ready for a consultation
     * @param deadline of the consultation under way, or of the one that led to the adoption
     */
    record Listed(
            ContributionId id,
            long version,
            ContributionStatus status,
            ContributionKind kind,
            String title,
            @Nullable String summary,
            List<Axis> axes,
            PartnerId opener,
            List<PartnerId> drafters,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant deadline,
            @Nullable LocalDate adoptedOn,
            @Nullable ContributionId supersededBy,
            Instant updatedAt) {
        public Listed {
            axes = List.copyOf(axes);
            drafters = List.copyOf(drafters);
        }
    }

    /** The latest opened first. */
    List<Listed> list(Selection selection, @Nullable Position after, int limit);

    /**
     * Those that cite an experience and are still drafted, consulted on or in force, in the order
     * of their ids.
     *
     * @param after the last one that was had; absent for the first ones
     */
    List<ContributionId> citing(ExperienceId experience, @Nullable ContributionId after, int limit);
}
