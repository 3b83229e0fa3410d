package relais.local;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import relais.local.message.Problem;

/**
 * Something that the stack starts. {@link #ALL} is the table of them: a new service is one line
 * more.
 *
 * @param name how people, log files and variables call it
 * @param defaultPort its port unless its variable says otherwise; 0 for a step
 * @param module folder of the Maven module that builds it; empty if none of its own
 * @param needs the names of what must be ready before it starts
 */
public record Part(String name, Kind kind, int defaultPort, String module, Set<String> needs) {

    /** How a part is started. */
    public enum Kind {
        /** A server that the services stand on. */
        BACKBONE,
        /** Work that is done once and ends: it has no process and no port. */
        STEP,
        /** A Spring Boot application. */
        SERVICE
    }

    /** Every part, in the order in which people read them. */
    public static final List<Part> ALL =
            List.of(
                    backbone("kafka", 9092),
                    backbone("mongodb", 27017),
                    backbone("files", 8091),
                    new Part("topics", Kind.STEP, 0, "", Set.of("kafka")),
                    // It makes topics of its own, which the step before it permits.
                    backbone("registry", 8090, "kafka", "topics"),
                    new Part("schemas", Kind.STEP, 0, "", Set.of("kafka", "registry")),
                    service("identity", 8089, "infra/identity"),
                    service("partners", 8081, "services/partners", "mongodb", "schemas"),
                    service("experiences", 8082, "services/experiences", "mongodb", "schemas"),
                    service("contributions", 8083, "services/contributions", "mongodb", "schemas"),
                    service("feed", 8084, "services/feed", "mongodb", "schemas"),
                    service("history", 8085, "services/history", "mongodb", "schemas"),
                    service("notices", 8086, "services/notices", "mongodb", "schemas"),
                    // It shows what is there: nothing needs to be ready before it.
                    service("portal", 8080, "services/portal"));

    public static Part named(String name) {
        return ALL.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem("part.unknown", name, names()));
    }

    /** Those that are processes. */
    public static List<Part> processes() {
        return ALL.stream().filter(part -> part.kind() != Kind.STEP).toList();
    }

    /** The environment variable that changes its port. */
    public String portVariable() {
        return "RELAIS_" + name.toUpperCase(Locale.ROOT) + "_PORT";
    }

    private static String names() {
        return String.join(", ", processes().stream().map(Part::name).toList());
    }

    private static Part backbone(String name, int port, String... needs) {
        return new Part(name, Kind.BACKBONE, port, "", Set.of(needs));
    }

    private static Part service(String name, int port, String module, String... needs) {
        return new Part(name, Kind.SERVICE, port, module, Set.of(needs));
    }
}
