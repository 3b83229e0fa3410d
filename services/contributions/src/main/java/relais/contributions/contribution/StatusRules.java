package relais.contributions.contribution;

import java.util.List;
import java.util.stream.Stream;
import relais.aggregates.Refusal;

/** When a command is possible. */
final class StatusRules {

    private StatusRules() {}

    static Stream<Refusal> isDrafted(Contribution before) {
        return isIn(before, "only-while-drafting", ContributionStatus.DRAFTING);
    }

    static Stream<Refusal> isConsultedOn(Contribution before) {
        return isIn(before, "only-in-consultation", ContributionStatus.CONSULTATION);
    }

    static Stream<Refusal> isNotAdopted(Contribution before) {
        return isIn(
                before,
                "only-before-adoption",
                ContributionStatus.DRAFTING,
                ContributionStatus.CONSULTATION);
    }

    private static Stream<Refusal> isIn(
            Contribution before, String code, ContributionStatus... allowed) {
        return Refusal.when(
                !List.of(allowed).contains(before.status()),
                Refusal.conflict("status", code, before.status()));
    }
}
