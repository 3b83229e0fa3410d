package relais.portal.contributions;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** Texts that wait for a position, an answer, a decision or a hand. */
@Component
record ContributionToDos(Tasks tasks, ContributionPages pages, Names names, Calls calls) {

    @Bean
    @Order(30)
    ToDos contributionWaiting() {
        return new ToDos(
                "contributions",
                Set.of(Capacity.MEMBER, Capacity.COMMITTEE),
                (person, _) -> calls.start(Service.CONTRIBUTIONS, () -> find(person)));
    }

    private ToDos.Found find(Person person) {
        Tasks.Asked asked = tasks.ask();
        List<Task> found = tasks.of(asked, pages.reader(person, names.signatories()));
        return new ToDos.Found(
                found.stream().limit(ToDos.MOST).map(ContributionToDos::toDo).toList(),
                found.size() > ToDos.MOST);
    }

    private static ToDo toDo(Task task) {
        return new ToDo(
                "contribution." + task.key(), task.contribution().title(), task.path(), false);
    }
}
