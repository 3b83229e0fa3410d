package relais.portal.operations;

import java.util.Map;
import relais.portal.api.ActuatorApi;
import relais.portal.call.Remote;
import relais.portal.call.Service;

/** How each service is asked about itself. */
public record Actuators(Map<Service, Remote<ActuatorApi>> each) {

    public Actuators {
        each = Map.copyOf(each);
    }

    Remote<ActuatorApi> of(Service service) {
        Remote<ActuatorApi> actuator = each.get(service);
        if (actuator == null) {
            throw new IllegalStateException("Nobody knows how " + service + " fares");
        }
        return actuator;
    }
}
