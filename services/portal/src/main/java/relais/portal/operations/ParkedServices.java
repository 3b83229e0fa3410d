package relais.portal.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.api.ContributionsApi;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.NoticesApi;
import relais.portal.api.ParkedApi;
import relais.portal.api.ParkedEvent;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.page.NotFound;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** The services that consume events, and so may have set some aside. */
@Component
record ParkedServices(
        Remote<ExperiencesApi> experiences,
        Remote<ContributionsApi> contributions,
        Remote<FeedApi> feed,
        Remote<NoticesApi> notices,
        Words words) {

    List<Remote<? extends ParkedApi>> all() {
        return List.of(experiences, contributions, feed, notices);
    }

    /** The service of an address, or {@link NotFound}. */
    Remote<? extends ParkedApi> named(String key) {
        return all().stream()
                .filter(each -> each.service().key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Bean
    @Order(60)
    ToDos parkedWaiting() {
        return new ToDos(
                "operations", Set.of(Capacity.OPERATOR), (_, _) -> feed.start(_ -> find()));
    }

    private ToDos.Page find() {
        var found = new ArrayList<ToDo>();
        boolean more = false;
        for (Remote<? extends ParkedApi> service : all()) {
            Listing<ParkedEvent> parked = parked(service);
            parked.items().stream()
                    .map(event -> toDo(service.service(), event))
                    .distinct()
                    .forEach(found::add);
            more |= parked.nextCursor() != null;
        }
        return new ToDos.Page(found, more);
    }

    /** While notices are away, what others have set aside is told all the same. */
    private Listing<ParkedEvent> parked(Remote<? extends ParkedApi> service) {
        var question = Questions.of("limit", ToDos.MOST);
        return service.service() == Service.NOTICES
                ? service.askBeside(api -> api.parked(question))
                        .content()
                        .orElse(new Listing<>(List.of(), null, null))
                : service.api().parked(question);
    }

    private ToDo toDo(Service service, ParkedEvent event) {
        String path = Paths.parked(service, event.aggregateId());
        return new ToDo("parked", words.code("event", event.event()), false, path, false);
    }
}
