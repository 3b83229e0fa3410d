package relais.contributions.contribution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.contributions.known.Circumstances;

/**
 * What a {@link ContributionPolicy} judges.
 *
 * @param contribution absent before the opening
 */
record Case(
        @Nullable Contribution contribution,
        ContributionCommand command,
        Circumstances circumstances,
        QuorumRule quorum) {

    /** The amendment that the command is about, if there is such a one. */
    Optional<Amendment> amendment() {
        return contribution != null && command instanceof ContributionCommand.OnAmendment on
                ? contribution.amendment(on.amendment())
                : Optional.empty();
    }

    /** The consultation under way; absent at any other time. */
    @Nullable Consultation openConsultation() {
        return contribution != null && contribution.status() == ContributionStatus.CONSULTATION
                ? contribution.consultation()
                : null;
    }

    /** The section of the present text of that name. */
    Optional<Section> section(@Nullable String id) {
        return contribution == null
                ? Optional.empty()
                : SectionId.parse(id).flatMap(contribution.text()::section);
    }
}
