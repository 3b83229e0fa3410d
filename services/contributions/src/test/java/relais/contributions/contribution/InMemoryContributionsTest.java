package relais.contributions.contribution;

import relais.aggregates.Aggregates;

class InMemoryContributionsTest extends ContributionsContract {

    private final InMemoryContributions contributions = new InMemoryContributions();
    private final InMemoryWorkingCopies copies = new InMemoryWorkingCopies();

    @Override
    protected Aggregates<Contribution, ContributionEvent> aggregates() {
        return contributions;
    }

    @Override
    protected Contributions contributions() {
        return contributions;
    }

    @Override
    protected WorkingCopies copies() {
        return copies;
    }
}
