package relais.contributions.contribution;

import java.util.EnumSet;
import java.util.Set;

/**
 * The statuses in which each command is possible.
 *
 * <pre>
 *     .------------.
 *     v            |
 * DRAFTING -> CONSULTATION -> ADOPTED -> SUPERSEDED
 *     |            |
 *     `------------`-> WITHDRAWN
 * </pre>
 */
final class Transitions {

    private static final Set<ContributionStatus> BEFORE_ADOPTION =
            EnumSet.of(ContributionStatus.DRAFTING, ContributionStatus.CONSULTATION);

    private Transitions() {}

    /** Empty for the opening, which comes before any status. */
    static Set<ContributionStatus> from(ContributionCommand command) {
        return switch (command) {
            case ContributionCommand.Open _ -> Set.of();
            case ContributionCommand.Draft _,
                    ContributionCommand.Submit _,
                    ContributionCommand.Cite _,
                    ContributionCommand.RemoveEvidence _,
                    ContributionCommand.ProposeAmendment _,
                    ContributionCommand.AcceptAmendment _,
                    ContributionCommand.RejectAmendment _,
                    ContributionCommand.WithdrawAmendment _,
                    ContributionCommand.OpenConsultation _ ->
                    EnumSet.of(ContributionStatus.DRAFTING);
            case ContributionCommand.TakePosition _,
                    ContributionCommand.CloseConsultation _,
                    ContributionCommand.Adopt _ ->
                    EnumSet.of(ContributionStatus.CONSULTATION);
            case ContributionCommand.Withdraw _ -> EnumSet.copyOf(BEFORE_ADOPTION);
            // The service's own answers find it as it is, and change nothing where they are late.
            case ContributionCommand.OutdateEvidence _, ContributionCommand.Supersede _ ->
                    EnumSet.allOf(ContributionStatus.class);
        };
    }
}
