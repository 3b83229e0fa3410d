package relais.local.backbone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relais.local.image.ContainerEngine;
import relais.local.message.Messages;
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

    /**
     * The real server, from an image that this machine has.
     *
     * @param user and group that its files get, as {@code 1000:1000}
     */
    record InContainer(ContainerEngine engine, String image, String user) implements MongoChoice {

        /** It runs as long as its command, which ends the container when it gets SIGTERM. */
        public Program program(int port, Path data) {
            String name = "relais-mongodb-" + port;
            // One of that name is left from a command that was killed.
            engine.remove(name);
            List<String> arguments = new ArrayList<>(List.of("run", "--rm", "--name", name));
            arguments.addAll(List.of("--publish", "127.0.0.1:" + port + ":27017"));
            arguments.addAll(List.of("--volume", data.toAbsolutePath() + ":/data/db"));
            arguments.addAll(List.of("--user", user, "--entrypoint", "mongod", image));
            arguments.addAll(List.of("--bind_ip_all", "--wiredTigerCacheSizeGB", "0.25"));
            return engine.program("mongodb", data, arguments);
        }
    }

    /** A server in Java which speaks the same protocol and knows a part of the commands. */
    record StandIn() implements MongoChoice {}

    /** Which it is, for the person at the terminal. */
    default String text() {
        return switch (this) {
            case External _ -> Messages.say("mongodb.external", VARIABLE);
            case Installed(Path mongod) -> Messages.say("mongodb.installed", mongod);
            case InContainer container ->
                    Messages.say("mongodb.container", container.image(), container.engine().name());
            case StandIn _ -> Messages.say("mongodb.stand-in");
        };
    }

    /**
     * That of a stack with a home: where neither an address nor a {@code mongod} is, the image of
     * MongoDB comes before the stand-in, unless the home has what the stand-in wrote, which MongoDB
     * cannot read.
     *
     * @param data where the home's documents are
     */
    static MongoChoice of(Map<String, String> environment, Path data) {
        MongoChoice choice = of(environment);
        if (!(choice instanceof StandIn) || Files.exists(data.resolve("documents.mv"))) {
            return choice;
        }
        String image = Images.load().mongodb();
        return ContainerEngine.ifPresent(environment)
                .filter(engine -> engine.has(image))
                .<MongoChoice>map(engine -> new InContainer(engine, image, owner()))
                .orElse(choice);
    }

    /** The one who runs this, who owns the home folder. */
    private static String owner() {
        Path there = Path.of(System.getProperty("user.home"));
        try {
            return Files.getAttribute(there, "unix:uid")
                    + ":"
                    + Files.getAttribute(there, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
