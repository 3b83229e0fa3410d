package relais.portal.operations;

import java.util.ArrayList;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.Listing;
import relais.portal.api.ParkedApi;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Questions;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Events that a service set aside, and that wait for an operator. */
@Component
@Order(60)
record ParkedToDos(ParkedServices services, Words words) implements ToDos {

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
        return services.feed().start(_ -> find());
    }

    private Found find() {
        var found = new ArrayList<ToDo>();
        boolean more = false;
        for (Remote<? extends ParkedApi> service : services.all()) {
            Listing<ParkedEvent> parked = service.api().parked(Questions.of("limit", MOST));
            parked.items().stream()
                    .map(
                            event ->
                                    new ToDo(
                                            "parked",
                                            words.code("event", event.event()),
                                            false,
                                            Paths.parked(service.service(), event.aggregateId()),
                                            false))
                    .distinct()
                    .forEach(found::add);
            more |= parked.nextCursor() != null;
        }
        return new Found(found, more);
    }
}
