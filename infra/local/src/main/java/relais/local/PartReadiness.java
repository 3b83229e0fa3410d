package relais.local;

import java.net.URI;
import relais.local.process.Readiness;

/** How each part is asked whether it can serve: each in its own protocol. */
final class PartReadiness {

    private static final String HOST = "127.0.0.1";

    private PartReadiness() {}

    static Readiness of(Part part, StackSettings settings) {
        int port = settings.ports().of(part.name());
        return switch (part.name()) {
            case "kafka" -> Readiness.kafka(HOST, port);
            case "mongodb" -> Readiness.mongo(HOST, port);
            case "registry" -> Readiness.http(URI.create(settings.registryUrl() + "/subjects"));
            default ->
                    Readiness.http(
                            URI.create(
                                    "http://" + HOST + ":" + port + "/actuator/health/readiness"));
        };
    }
}
