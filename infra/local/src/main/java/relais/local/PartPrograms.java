package relais.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import relais.local.backbone.AccessTable;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.message.Problem;
import relais.local.process.Program;
import relais.local.process.Readiness;

/** The program of each part, with the ports, directories and options that the settings give it. */
record PartPrograms(StackSettings settings, Preparation preparation) {

    private static final String HOST = "127.0.0.1";

    /** The program of a part that is a process, in a directory that exists. */
    Program of(Part part) {
        String name = part.name();
        Program program = program(part, directory(name));
        if (isJava(name)) {
            program =
                    program.withJvmOptions(preparation.options(name))
                            .withJvmOptions(settings.jvmOptions().getOrDefault(name, List.of()));
        }
        return program.with(settings.environment().getOrDefault(name, Map.of()));
    }

    private Program program(Part part, Path data) {
        Distribution distribution = settings.distribution();
        int port = settings.ports().of(part.name());
        return switch (part.name()) {
            case "kafka" -> distribution.kafka(port, data, settings.secrets());
            case "registry" ->
                    distribution.guardedRegistry(
                            port, settings.kafka("registry"), settings.secrets().ofRegistrar());
            case "files" -> distribution.files(port, data, settings.filesEnvironment());
            case "mongodb" ->
                    switch (settings.mongo()) {
                        case MongoChoice.Installed installed -> installed.program(port, data);
                        case MongoChoice.InContainer container -> container.program(port, data);
                        case MongoChoice.StandIn _ -> distribution.mongoStandIn(port, data);
                        case MongoChoice.External external ->
                                throw new IllegalStateException(external + " is not started here");
                    };
            default ->
                    new ServiceApp(part, distribution.root())
                            .program(
                                    preparation.folder(part),
                                    settings.serviceEnvironment(part.name()),
                                    data);
        };
    }

    private boolean isJava(String part) {
        return !part.equals("mongodb") || settings.mongo() instanceof MongoChoice.StandIn;
    }

    private Path directory(String part) {
        try {
            return Files.createDirectories(settings.data(part));
        } catch (IOException e) {
            throw Problem.unwritable(settings.home(), e);
        }
    }

    /** How a part is asked whether it can serve: each in its own protocol. */
    Readiness readiness(Part part) {
        int port = settings.ports().of(part.name());
        return switch (part.name()) {
            // Not before it is asked: a command that only looks makes no passwords.
            case "kafka" ->
                    () -> Readiness.kafka(HOST, port, settings.kafka(AccessTable.ADMIN)).isReady();
            case "mongodb" -> Readiness.mongo(HOST, port);
            case "files" -> Readiness.answering(URI.create("http://" + HOST + ":" + port + "/"));
            case "registry" -> Readiness.http(URI.create(settings.registryUrl() + "/subjects"));
            // A read model that was lost is built from the log: an event takes a millisecond.
            case "feed" -> Readiness.atWork(ofService(port));
            default -> Readiness.http(ofService(port));
        };
    }

    private static URI ofService(int port) {
        return URI.create("http://" + HOST + ":" + port + "/actuator/health/readiness");
    }
}
