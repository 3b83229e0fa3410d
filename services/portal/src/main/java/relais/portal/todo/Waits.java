package relais.portal.todo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacities;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.page.ToDos;

/** Asks all desks at once what waits for somebody. */
@Component
record Waits(Capacities capacities, List<ToDos> desks) {

    /** What a desk said, by the key of its entry in the navigation. */
    record Told(String section, Answer<ToDos.Found> found) {

        boolean isNothing() {
            return found.content().filter(it -> it.items().isEmpty()).isPresent();
        }
    }

    private record Begun(String section, Pending<ToDos.Found> found) {}

    record Asked(List<Begun> begun) {

        /** Waits for what the desks say. */
        List<Told> told() {
            return begun.stream()
                    .map(each -> new Told(each.section(), each.found().answer()))
                    .toList();
        }
    }

    /** Asks without waiting; the services are asked in the name of whom the thread works for. */
    Asked begin(Person person) {
        Set<Capacity> held = capacities.of(person);
        var begun = new ArrayList<Begun>();
        for (ToDos desk : desks) {
            if (!Collections.disjoint(desk.audience(), held)) {
                begun.add(new Begun(desk.section().apply(held), desk.begin().apply(person, held)));
            }
        }
        return new Asked(List.copyOf(begun));
    }
}
