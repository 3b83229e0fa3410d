package relais.portal.operations;

import java.util.ArrayList;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.api.Listing;
import relais.portal.api.ParkedApi;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Events that a service set aside, and that wait for an operator. */
@Component
record ParkedToDos(ParkedServices services, Words words) {

    @Bean
    @Order(60)
    ToDos parkedWaiting() {
        return new ToDos(
                "operations",
                Set.of(Capacity.OPERATOR),
                (_, _) -> services.feed().start(_ -> find()));
    }

    private ToDos.Found find() {
        var found = new ArrayList<ToDo>();
        boolean more = false;
        for (Remote<? extends ParkedApi> service : services.all()) {
            Listing<ParkedEvent> parked = service.api().parked(Questions.of("limit", ToDos.MOST));
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
        return new ToDos.Found(found, more);
    }
}
