package relais.portal.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What every service tells of itself. */
@HttpExchange
public interface ActuatorApi {

    /** How it fares; a service that is not well answers with 503 and this all the same. */
    @GetExchange(url = "/actuator/health", accept = "application/json")
    Health health();

    /** Its build, for anybody who has a token. */
    @GetExchange(url = "/actuator/info", accept = "application/json")
    About about();

    /** Gauges as Prometheus reads them; their names have underscores. */
    @GetExchange(url = "/actuator/prometheus", accept = "text/plain")
    String metrics(@RequestParam List<String> includedNames);

    /** How a part fares, and its own parts, if they are told. */
    record Health(String status, Map<String, Health> components) {

        public boolean isUp() {
            return status.equals("UP");
        }
    }

    record About(@Nullable Build build) {}

    record Build(@Nullable String version) {}
}
