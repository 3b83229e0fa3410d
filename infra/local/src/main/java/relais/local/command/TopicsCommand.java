package relais.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import relais.events.EventSchemas;
import relais.events.KafkaConnection;
import relais.local.backbone.AccessGrants;
import relais.local.backbone.AccessTable;
import relais.local.backbone.TopicCreation;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;

/**
 * Creates the topics of Relais in a cluster, its users and their permissions. It is run before the
 * services of a build start, and may be run again: what is there already stays as it is.
 */
@Command(
        name = "topics",
        description = {
            "Creates topics, users and permissions in the Kafka of RELAIS_KAFKA_BOOTSTRAP, as the user"
                    + " of RELAIS_KAFKA_USERNAME and RELAIS_KAFKA_PASSWORD. The password of each"
                    + " other user is RELAIS_KAFKA_PASSWORD_<USER>, such as"
                    + " RELAIS_KAFKA_PASSWORD_FEED; without it the user is left as it is.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Topics, users and permissions are as this build has them.",
            "1:Kafka does not answer, or refuses.",
            "2:The command line or a variable is wrong."
        })
public final class TopicsCommand implements Callable<Integer> {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "12",
            description = "Of a topic that is created (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of a topic that is created (default: ${DEFAULT-VALUE}).")
    private short replicas;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long to wait for a Kafka that does not answer yet.")
    private int waitSeconds;

    @Option(
            names = "--no-permissions",
            description = "Topics alone: for a Kafka that has no authorizer.")
    private boolean topicsOnly;

    @Option(names = "--table", description = "Print who may do what, and exit.")
    private boolean tableWanted;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    @SuppressWarnings("unused") // Its being there makes picocli print the help.
    private boolean helpWanted;

    TopicsCommand() {
        this(System.getenv());
    }

    TopicsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TopicsCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (tableWanted) {
            print(line.getOut());
            return 0;
        }
        Map<String, Object> connection;
        try {
            connection = KafkaConnection.of(environment).settings();
        } catch (IllegalArgumentException contradiction) {
            line.getErr().println(contradiction.getMessage());
            return 2;
        }
        long end = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        while (true) {
            try {
                create(connection, line.getOut());
                return 0;
            } catch (Problem problem) {
                if (System.nanoTime() >= end) {
                    line.getErr().println(problem.getMessage());
                    return 1;
                }
                Pause.of(BETWEEN_TRIES, "process.interrupted", "kafka");
            }
        }
    }

    private void create(Map<String, Object> connection, PrintWriter out) {
        Map<String, String> passwords = passwords();
        List<String> wanted = new ArrayList<>(EventSchemas.registered().keySet());
        if (passwords.containsKey(AccessTable.CONNECT)) {
            wanted.add(AccessTable.CONNECT_CONTROL);
        }
        List<String> topics = new TopicCreation(connection, partitions, replicas).create(wanted);
        AccessGrants.Change change =
                topicsOnly
                        ? new AccessGrants.Change(0, 0, 0)
                        : new AccessGrants(connection).apply(passwords);
        out.println(
                Messages.say(
                        "topics.done",
                        topics.size(),
                        change.users(),
                        change.added(),
                        change.removed()));
    }

    private Map<String, String> passwords() {
        Map<String, String> passwords = new HashMap<>();
        for (String user : AccessTable.users()) {
            String variable = "RELAIS_KAFKA_PASSWORD_" + user.toUpperCase(Locale.ROOT);
            String password = environment.getOrDefault(variable, "");
            if (!password.isBlank()) {
                passwords.put(user, password);
            }
        }
        return passwords;
    }

    private static void print(PrintWriter out) {
        for (AccessTable.Row row : AccessTable.ROWS) {
            String operations =
                    row.operations().stream()
                            .map(Enum::name)
                            .sorted()
                            .collect(Collectors.joining(" "));
            out.printf(
                    "%-14s %-16s %-9s %-24s %s%n",
                    row.user(), row.type(), row.pattern(), row.name(), operations);
        }
        out.flush();
    }
}
