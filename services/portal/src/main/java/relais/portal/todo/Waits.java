package relais.portal.todo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacities;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.page.ToDos;

/** Asks all desks at once what waits for somebody. */
@Component
class Waits {

    private final Capacities capacities;
    private final List<ToDos> desks;

    Waits(Capacities capacities, ObjectProvider<ToDos> desks) {
        this.capacities = capacities;
        this.desks = desks.orderedStream().toList();
    }

    /**
     * What a desk said.
     *
     * @param section key of its entry in the navigation
     */
    record Told(String section, Answer<ToDos.Found> found) {}

    List<Told> of(Person person) {
        Set<Capacity> held = capacities.of(person);
        var asked = new LinkedHashMap<ToDos, Pending<ToDos.Found>>();
        for (ToDos desk : desks) {
            if (!Collections.disjoint(desk.audience(), held)) {
                asked.put(desk, desk.begin(person, held));
            }
        }
        var told = new ArrayList<Told>();
        for (Map.Entry<ToDos, Pending<ToDos.Found>> each : asked.entrySet()) {
            told.add(new Told(each.getKey().section(), each.getValue().answer()));
        }
        return told;
    }
}
