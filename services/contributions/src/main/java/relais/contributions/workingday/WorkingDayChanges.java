package relais.contributions.workingday;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.http.Callers;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Versions;

/** What the calls that change a working day have in common. */
@Component
final class WorkingDayChanges {

    private final ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> change;

    WorkingDayChanges(ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> change) {
        this.change = change;
    }

    Result<WorkingDay> schedule(WorkingDayId id, WorkingDayCommand command, Caller caller) {
        return change.create(id.value(), command, Request.now(Callers.actor(caller)));
    }

    /** The header is looked at first: who names no version is told so, whatever the rest. */
    Result<WorkingDay> change(
            String id, @Nullable String ifMatch, WorkingDayCommand command, Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return change.change(
                workingDay(id).value(), version, command, Request.now(Callers.actor(caller)));
    }

    static WorkingDayId workingDay(String id) {
        return WorkingDayId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }
}
