package relais.contributions.application.objective;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.application.NeedingType;
import relais.contributions.domain.Circumstances;
import relais.contributions.domain.Needs;
import relais.contributions.domain.objective.Objective;
import relais.contributions.domain.objective.ObjectiveCommand;
import relais.contributions.domain.objective.ObjectiveEvent;

/** Objectives: everyone may know of them. */
public final class ObjectiveType
        implements NeedingType<Objective, ObjectiveCommand, ObjectiveEvent> {

    @Override
    public Needs needs(@Nullable Objective before, ObjectiveCommand command) {
        return Objective.needs(command);
    }

    @Override
    public Decision<ObjectiveEvent> decide(
            @Nullable Objective before, ObjectiveCommand command, Circumstances circumstances) {
        return Objective.decide(before, command, circumstances);
    }

    @Override
    public Objective apply(@Nullable Objective before, ObjectiveEvent event, Moment moment) {
        return Objective.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts. */
    @Override
    public boolean isCreator(Objective state, Actor actor) {
        return actor.is(Role.COMMITTEE);
    }
}
