package relais.portal.days;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WorkingDays;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Working days that are over and have no minutes yet. */
@Component
@Order(50)
record MinutesToDos(Remote<CommitteeApi> committee, Clock clock) implements ToDos {

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
        return committee.start(this::find);
    }

    private Found find(CommitteeApi api) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        var question =
                Questions.of(
                        "status", "SCHEDULED", "to", today.minusDays(1).toString(), "limit", MOST);
        Listing<WorkingDays.Day> found = api.workingDays(question);
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
