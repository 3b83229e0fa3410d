package relais.portal.operations;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.api.ContributionsApi;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.ParkedApi;
import relais.portal.call.Remote;
import relais.portal.page.NotFound;

/** The services that consume events, and so may have set some aside. */
@Component
record ParkedServices(
        Remote<ExperiencesApi> experiences,
        Remote<ContributionsApi> contributions,
        Remote<FeedApi> feed) {

    List<Remote<? extends ParkedApi>> all() {
        return List.of(experiences, contributions, feed);
    }

    /** The service of an address, or {@link NotFound}. */
    Remote<? extends ParkedApi> named(String key) {
        return all().stream()
                .filter(each -> each.service().key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
