package relais.local.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import relais.local.message.Messages;
import relais.local.message.Problem;

/**
 * Entry of the {@code relais} script. Exit codes: 0 done, 1 something stood in the way (said on
 * standard error), 2 wrong usage.
 */
@Command(
        name = "relais",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            RecoverCommand.class,
            TokenCommand.class,
            VerifyCommand.class,
            PrepareCommand.class,
            Launcher.HelpCommand.class
        })
public final class Launcher implements Callable<Integer> {

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Launcher())
                        .setExecutionExceptionHandler((e, _, _) -> failed(e))
                        .setParameterExceptionHandler((e, _) -> misused(e))
                        .execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.print(Messages.say("help.text"));
        return 0;
    }

    /** Prints what the commands do. */
    @Command(name = "help")
    static final class HelpCommand implements Callable<Integer> {
        @Override
        public Integer call() {
            return new Launcher().call();
        }
    }

    private static int failed(Exception e) {
        if (e instanceof Problem) {
            System.err.println(e.getMessage());
        } else {
            System.err.println(Messages.say("unexpected", e));
            if (System.getenv("RELAIS_DEBUG") != null) {
                e.printStackTrace(System.err);
            }
        }
        return 1;
    }

    private static int misused(ParameterException e) {
        System.err.println(
                switch (e) {
                    case MissingParameterException missing ->
                            Messages.say(
                                    "usage.missing",
                                    missing.getMissing().stream()
                                            .map(ArgSpec::paramLabel)
                                            .collect(Collectors.joining(" ")));
                    case UnmatchedArgumentException unknown ->
                            Messages.say("usage.unknown", String.join(" ", unknown.getUnmatched()));
                    default -> e.getMessage();
                });
        System.err.println(Messages.say("help.hint"));
        return 2;
    }
}
