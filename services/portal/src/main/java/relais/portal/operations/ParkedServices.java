package relais.portal.operations;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.portal.api.ContributionsApi;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.ParkedApi;
import relais.portal.api.RedriveAllApi;
import relais.portal.call.Service;
import relais.portal.page.NotFound;

/** The services that consume events, and so may have set some aside. */
@Component
class ParkedServices {

    private final Map<Service, ParkedApi> each = new EnumMap<>(Service.class);

    ParkedServices(ExperiencesApi experiences, ContributionsApi contributions, FeedApi feed) {
        each.put(Service.EXPERIENCES, experiences);
        each.put(Service.CONTRIBUTIONS, contributions);
        each.put(Service.FEED, feed);
    }

    Set<Service> all() {
        return each.keySet();
    }

    ParkedApi of(Service service) {
        ParkedApi api = each.get(service);
        if (api == null) {
            throw new NotFound();
        }
        return api;
    }

    /** How a service tries many again at once; empty if it does not. */
    Optional<RedriveAllApi> all(Service service) {
        return of(service) instanceof RedriveAllApi all ? Optional.of(all) : Optional.empty();
    }

    /**
     * The service of an address.
     *
     * @throws NotFound if it is none of these
     */
    Service named(String key) {
        return each.keySet().stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
