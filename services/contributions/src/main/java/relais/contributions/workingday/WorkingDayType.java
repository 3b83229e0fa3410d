package relais.contributions.workingday;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;

/** Working days: everyone may know of them. */
public final class WorkingDayType
        implements NeedingType<WorkingDay, WorkingDayCommand, WorkingDayEvent> {

    @Override
    public Needs needs(@Nullable WorkingDay before, WorkingDayCommand command) {
        return WorkingDay.needs(command);
    }

    @Override
    public Decision<WorkingDayEvent> decide(
            @Nullable WorkingDay before, WorkingDayCommand command, Circumstances circumstances) {
        return WorkingDay.decide(before, command, circumstances);
    }

    @Override
    public WorkingDay apply(@Nullable WorkingDay before, WorkingDayEvent event, Moment moment) {
        return WorkingDay.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts. */
    @Override
    public boolean isCreator(WorkingDay state, Actor actor) {
        return actor.is(Role.COMMITTEE);
    }
}
