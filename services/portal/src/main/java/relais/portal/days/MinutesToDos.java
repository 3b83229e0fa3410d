package relais.portal.days;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.api.Questions;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Listing;
import relais.portal.api.WorkingDays;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Working days that are over and have no minutes yet. */
@Component
@Order(50)
record MinutesToDos(CommitteeApi committee, Calls calls, Clock clock) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "working-days";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.COMMITTEE);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return calls.start(Service.CONTRIBUTIONS, this::find);
    }

    private Found find() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        var question = Questions.of("status", "SCHEDULED", "to", today.minusDays(1).toString(), "limit", MOST);
        Listing<WorkingDays.Day> found = committee.workingDays(question);
        return new Found(
                found.items().stream()
                        .map(
                                day ->
                                        new ToDo(
                                                "minutes",
                                                day.theme(),
                                                "/desk/working-days/" + day.id() + "/minutes",
                                                false))
                        .toList(),
                found.nextCursor() != null);
    }
}
