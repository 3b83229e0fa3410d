package relais.events;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The registrar on the command line. */
@Command(
        name = "registrar",
        description =
                "Registers this build's event schemas and says what was new, unchanged or refused."
                        + " RELAIS_REGISTRY_USERNAME, RELAIS_REGISTRY_PASSWORD and"
                        + " RELAIS_REGISTRY_TRUSTSTORE (PEM certificates) let it in.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The registry holds every schema of this build.",
            "1:The registry refused at least one schema.",
            "2:The command line is wrong.",
            "3:The registry did not answer in time."
        })
public final class RegistrarCommand implements Callable<Integer> {

    static final int REFUSED = 1;
    static final int UNREACHABLE = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue =
                    "${RELAIS_REGISTRY_URL:-http://localhost:${RELAIS_REGISTRY_PORT:-8090}/apis/ccompat/v7}",
            description = "Root of the registry's Confluent API (default: ${DEFAULT-VALUE}).")
    private String url = "";

    // Not options: a command line can be read by everybody on the machine.
    private final Map<String, String> environment;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description =
                    "How long to wait for a registry that does not answer yet (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    @SuppressWarnings("unused") // Its being there makes picocli print the help.
    private boolean helpWanted;

    RegistrarCommand() {
        this(System.getenv());
    }

    RegistrarCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new RegistrarCommand()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        PrintWriter err = line.getErr();
        long deadline = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return print(new Registrar(registry()).register(), out);
            } catch (RegistryUnavailable e) {
                if (System.nanoTime() >= deadline) {
                    err.println(e.getMessage());
                    err.flush();
                    return UNREACHABLE;
                }
                if (attempt == 1) {
                    err.println(
                            "Waiting up to "
                                    + waitSeconds
                                    + " s for the schema registry at "
                                    + url);
                    err.flush();
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private RegistryConnection registry() {
        return new RegistryConnection(
                url,
                environment.get("RELAIS_REGISTRY_USERNAME"),
                environment.get("RELAIS_REGISTRY_PASSWORD"),
                environment.get("RELAIS_REGISTRY_TRUSTSTORE"));
    }

    private static int print(Registrar.Report report, PrintWriter out) {
        int width = report.lines().stream().mapToInt(line -> line.type().length()).max().orElse(0);
        String topic = "";
        for (Registrar.Line line : report.lines()) {
            if (!line.topic().equals(topic)) {
                topic = line.topic();
                out.println(topic);
            }
            String outcome = word(line.outcome());
            String reason = line.reason() == null ? "" : "  " + line.reason();
            out.println(
                    "  "
                            + line.type()
                            + " ".repeat(width - line.type().length() + 2)
                            + outcome
                            + reason);
        }
        out.println(
                Stream.of(Registrar.Outcome.values())
                        .map(outcome -> report.count(outcome) + " " + word(outcome))
                        .collect(Collectors.joining(", ")));
        out.flush();
        return report.isComplete() ? 0 : REFUSED;
    }

    private static String word(Registrar.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
