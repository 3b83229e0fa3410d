package relais.local.backbone;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relais.local.process.Program;

/**
 * Which MongoDB is used on one machine: the first that there is, in the order of the cases below.
 */
public sealed interface MongoChoice {

    /** The variable that names a MongoDB which is already there. */
    String VARIABLE = "RELAIS_MONGODB_URI";

    /** A server that somebody else runs. */
    record External(String uri) implements MongoChoice {}

    /** The real server, from this machine. */
    record Installed(Path mongod) implements MongoChoice {

        public Program program(int port, Path data) {
            String folder = data.toAbsolutePath().toString();
            List<String> command =
                    new ArrayList<>(List.of(mongod.toString(), "--bind_ip", "127.0.0.1"));
            command.addAll(List.of("--port", Integer.toString(port), "--dbpath", folder));
            command.addAll(List.of("--wiredTigerCacheSizeGB", "0.25"));
            return new Program("mongodb", command, Map.of(), data);
        }
    }

    /** A server in Java which speaks the same protocol and knows a part of the commands. */
    record StandIn() implements MongoChoice {}

    static MongoChoice of(Map<String, String> environment) {
        String uri = environment.getOrDefault(VARIABLE, "");
        if (!uri.isBlank()) {
            return new External(uri);
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve("mongod"))
                .filter(Files::isExecutable)
                .findFirst()
                .<MongoChoice>map(Installed::new)
                .orElseGet(StandIn::new);
    }
}
