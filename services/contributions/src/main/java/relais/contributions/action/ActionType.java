package relais.contributions.action;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/** Actions: everyone may know of them. */
public final class ActionType implements NeedingType<Action, ActionCommand, ActionEvent> {

    @Override
    public Needs needs(@Nullable Action before, ActionCommand command) {
        return Action.needs(command);
    }

    @Override
    public Decision<ActionEvent> decide(
            @Nullable Action before, ActionCommand command, Circumstances circumstances) {
        return Action.decide(before, command, circumstances);
    }

    @Override
    public Action apply(@Nullable Action before, ActionEvent event, Moment moment) {
        return Action.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts; what minutes decided, the service plans. */
    @Override
    public boolean isCreator(Action state, Actor actor) {
        return actor.is(state.origin() == null ? Role.COMMITTEE : Role.SERVICE);
    }
}
