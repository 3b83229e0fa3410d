package relais.contributions.domain.contribution;

import relais.contributions.domain.Decision;

/** The events that a command gives once every policy agreed. */
final class Outcome {

    private Outcome() {}

    static Decision<ContributionEvent> of(Case judged) {
        return new Decision.Unchanged<>();
    }
}
