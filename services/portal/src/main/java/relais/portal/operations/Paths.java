package relais.portal.operations;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import relais.portal.call.Service;

/** Addresses of this desk. */
final class Paths {

    static final String DESK = "/desk/operations";
    static final String PARKED = DESK + "/parked";
    static final String MODELS = DESK + "/models";

    private Paths() {}

    static String parked(Service service) {
        return PARKED + "?service=" + service.key();
    }

    static String parked(Service service, String aggregateId) {
        return PARKED
                + "/"
                + service.key()
                + "/"
                + UriUtils.encodePathSegment(aggregateId, StandardCharsets.UTF_8);
    }

    static String rebuild(String id) {
        return DESK + "/rebuilds/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
