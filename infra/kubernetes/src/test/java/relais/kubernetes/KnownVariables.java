package relais.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relais.local.backbone.AccessTable;

/** The environment variables that programs of this build read, from their sources. */
final class KnownVariables {

    private static final Path SOURCES = Path.of("..", "..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(RELAIS_[A-Z_]+)");

    /** Those of the connections are named in the documentation of what reads them. */
    private static final Pattern NAMED = Pattern.compile("\\b(RELAIS_[A-Z_]+[A-Z])\\b");

    private KnownVariables() {}

    /** Those of a service's configuration, and of the platform that it stands on. */
    static Set<String> ofService(String service) throws IOException {
        Set<String> known = new TreeSet<>();
        Path resources = SOURCES.resolve("services/" + service + "/src/main/resources");
        add(known, PLACEHOLDER, resources.resolve("application.yaml"));
        try (Stream<Path> files = Files.walk(SOURCES.resolve("platform"), 8)) {
            for (Path file : files.filter(each -> each.endsWith("src/main/resources")).toList()) {
                try (Stream<Path> defaults = Files.walk(file)) {
                    for (Path each :
                            defaults.filter(path -> path.endsWith("defaults.properties"))
                                    .toList()) {
                        add(known, PLACEHOLDER, each);
                    }
                }
            }
        }
        if (!service.equals("portal")) {
            known.addAll(ofConnections());
        }
        return known;
    }

    /** Those of the commands that are run once. */
    static Set<String> ofSetup() throws IOException {
        Set<String> known = ofConnections();
        for (String user : AccessTable.users()) {
            known.add("RELAIS_KAFKA_PASSWORD_" + user.toUpperCase(Locale.ROOT));
        }
        add(
                known,
                NAMED,
                SOURCES.resolve("schemas/src/main/java/relais/events/RegistrarCommand.java"));
        return known;
    }

    static boolean isOfTheRegistry(String variable) {
        return variable.matches("APICURIO_[A-Z_]+|QUARKUS_[A-Z_]+|HOME|RELAIS_KAFKA_PASSWORD");
    }

    private static Set<String> ofConnections() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files =
                Files.list(SOURCES.resolve("schemas/src/main/java/relais/events"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                add(known, NAMED, file);
            }
        }
        return known;
    }

    private static void add(Set<String> known, Pattern pattern, Path file) throws IOException {
        pattern.matcher(Files.readString(file))
                .results()
                .forEach(found -> known.add(found.group(1)));
    }
}
