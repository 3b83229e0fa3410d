package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/** Contributions, with the quorum that this deployment asks of their consultations. */
public final class ContributionType
        implements NeedingType<Contribution, ContributionCommand, ContributionEvent> {

    private final QuorumRule quorum;

    public ContributionType(QuorumRule quorum) {
        this.quorum = quorum;
    }

    @Override
    public Needs needs(@Nullable Contribution before, ContributionCommand command) {
        return Contribution.needs(before, command);
    }

    @Override
    public Decision<ContributionEvent> decide(
            @Nullable Contribution before,
            ContributionCommand command,
            Circumstances circumstances) {
        return Contribution.decide(before, command, circumstances, quorum);
    }

    @Override
    public Contribution apply(
            @Nullable Contribution before, ContributionEvent event, Moment moment) {
        return Contribution.apply(before, event, moment);
    }

    @Override
    public boolean isCreator(Contribution state, Actor actor) {
        return actor.actsFor(state.opener());
    }

    @Override
    public boolean isVisible(Contribution state, Circumstances circumstances) {
        return Visibility.isVisible(state, circumstances);
    }
}
