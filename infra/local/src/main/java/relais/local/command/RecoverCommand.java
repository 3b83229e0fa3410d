package relais.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.Pause;
import tools.jackson.databind.JsonNode;

/**
 * Fills the lost database of a command service from the log again, and says what is lost. Exit code
 * 0 if all that the log has is there; 1 if it ended early, or an operator has to look at something.
 */
@Command(name = "recover")
final class RecoverCommand implements Callable<Integer> {

    private static final List<String> SERVICES =
            List.of("partners", "experiences", "contributions");
    private static final Duration LOOK = Duration.ofMillis(500);

    @Parameters(paramLabel = "<service>")
    private String service = "";

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Override
    public Integer call() {
        if (!SERVICES.contains(service)) {
            throw new Problem("recover.unknown", service, String.join(", ", SERVICES));
        }
        if (!yes
                && !Launcher.agreed(
                        Messages.say("recover.question", service)
                                + System.lineSeparator()
                                + "> ")) {
            System.out.println(Messages.say("recover.kept"));
            return 1;
        }
        LocalStack stack = new LocalStack(StackSettings.of(System.getenv()));
        return recover(
                new RecoveryCalls(service, stack.url(service), () -> stack.token("exploitation")),
                System.out);
    }

    static int recover(RecoveryCalls calls, PrintStream out) {
        boolean mine = calls.begin();
        out.println(Messages.say(mine ? "recover.begun" : "recover.joined", calls.service()));
        JsonNode status = followed(calls, out);
        if (!mine && status.path("state").asString("").equals("FAILED")) {
            // The one that another had begun, perhaps before its service was killed.
            boolean _ = calls.begin();
            out.println(Messages.say("recover.continued", calls.service()));
            status = followed(calls, out);
        }
        if (!status.path("state").asString("").equals("DONE")) {
            throw new Problem(
                    "recover.failed", status.path("because").asString("?"), calls.service());
        }
        RecoveryPage page = new RecoveryPage(calls.service(), status);
        out.print(page.text());
        return page.isClean() ? 0 : 1;
    }

    private static JsonNode followed(RecoveryCalls calls, PrintStream out) {
        int shown = -1;
        while (true) {
            JsonNode status = calls.status();
            int percent = status.path("percent").asInt(0);
            if (percent > shown) {
                shown = percent;
                long read = status.path("read").asLong(0);
                long events = status.path("events").asLong(0);
                out.println(Messages.say("recover.progress", percent, read, events));
            }
            if (!status.path("state").asString("").equals("RUNNING")) {
                return status;
            }
            Pause.of(LOOK, "recover.interrupted");
        }
    }
}
