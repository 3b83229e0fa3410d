package relais.contributions.domain.contribution;

import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Circumstances;

/**
 * What a {@link ContributionPolicy} judges.
 *
 * @param contribution absent before the opening
 */
record Case(
        @Nullable Contribution contribution,
        ContributionCommand command,
        Circumstances circumstances,
        QuorumRule quorum) {}
