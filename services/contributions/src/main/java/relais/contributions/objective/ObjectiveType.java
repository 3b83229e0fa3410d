package relais.contributions.objective;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

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
