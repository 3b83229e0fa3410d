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

/** Asks all sections of the desk at once what waits for somebody. */
@Component
record Waits(Capacities capacities, List<ToDos> desks) {

    /** What a section answered, by the key of its entry in the navigation. */
    record SectionAnswer(String section, Answer<ToDos.Page> found) {

        boolean isNothing() {
            return found.content().filter(it -> it.items().isEmpty()).isPresent();
        }
    }

    private record PendingSection(String section, Pending<ToDos.Page> found) {}

    record PendingSections(List<PendingSection> begun) {

        /** Waits for what the sections answer. */
        List<SectionAnswer> answers() {
            return begun.stream()
                    .map(each -> new SectionAnswer(each.section(), each.found().answer()))
                    .toList();
        }
    }

    /** Asks without waiting; the services are asked in the name of whom the thread works for. */
    PendingSections begin(Person person) {
        Set<Capacity> held = capacities.of(person);
        var begun = new ArrayList<PendingSection>();
        for (ToDos desk : desks) {
            if (!Collections.disjoint(desk.audience(), held)) {
                begun.add(
                        new PendingSection(
                                desk.section().apply(held), desk.begin().apply(person, held)));
            }
        }
        return new PendingSections(List.copyOf(begun));
    }
}
