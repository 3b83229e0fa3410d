package relais.portal.operations;

import java.util.Map;
import relais.portal.api.ActuatorApi;
import relais.portal.call.Service;

/** How each service is asked about itself. */
public record Actuators(Map<Service, ActuatorApi> each) {

    public Actuators {
        each = Map.copyOf(each);
    }

    ActuatorApi of(Service service) {
        ActuatorApi actuator = each.get(service);
        if (actuator == null) {
            throw new IllegalStateException("Nobody knows how " + service + " fares");
        }
        return actuator;
    }
}
