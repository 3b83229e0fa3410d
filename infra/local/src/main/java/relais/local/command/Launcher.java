package relais.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            TokenCommand.class,
            PrepareCommand.class,
            Launcher.HelpCommand.class
        })
public final class Launcher implements Callable<Integer> {

    /**
     * @param arguments a command and its arguments
     */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Launcher())
                        .setExecutionExceptionHandler((e, _, _) -> failed(e))
                        .setParameterExceptionHandler(
                                (e, _) -> misused(String.valueOf(e.getMessage())))
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

    private static int misused(String message) {
        System.err.println(message);
        System.err.println(Messages.say("help.hint"));
        return 2;
    }
}
