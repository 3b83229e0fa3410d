package relais.portal.contributions;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** Texts that wait for a position, an answer, a decision or a hand. */
@Component
@Order(30)
record ContributionToDos(Tasks tasks, ContributionPages pages, Names names, Calls calls)
        implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "contributions";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.MEMBER, Capacity.COMMITTEE);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return calls.start(Service.CONTRIBUTIONS, () -> find(person));
    }

    private Found find(Person person) {
        Tasks.Asked asked = tasks.ask();
        List<Task> found = tasks.of(asked, pages.reader(person, names.signatories()));
        return new Found(
                found.stream().limit(MOST).map(ContributionToDos::toDo).toList(),
                found.size() > MOST);
    }

    private static ToDo toDo(Task task) {
        return new ToDo(
                "contribution." + task.key(), task.contribution().title(), task.path(), false);
    }
}
