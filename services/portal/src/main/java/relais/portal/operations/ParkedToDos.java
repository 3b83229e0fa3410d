package relais.portal.operations;

import java.util.ArrayList;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.api.Questions;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.Listing;
import relais.portal.api.ParkedEvent;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Events that a service set aside, and that wait for an operator. */
@Component
@Order(60)
record ParkedToDos(ParkedServices services, Words words, Calls calls) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return "operations";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.OPERATOR);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return calls.start(Service.FEED, this::find);
    }

    private Found find() {
        var found = new ArrayList<ToDo>();
        boolean more = false;
        for (Service service : services.all()) {
            var question = Questions.of("limit", MOST);
            Listing<ParkedEvent> parked = services.of(service).parked(question);
            parked.items().stream()
                    .map(
                            event ->
                                    new ToDo(
                                            "parked",
                                            words.code("event", event.event()),
                                            false,
                                            Paths.parked(service, event.aggregateId()),
                                            false))
                    .distinct()
                    .forEach(found::add);
            more |= parked.nextCursor() != null;
        }
        return new Found(found, more);
    }
}
