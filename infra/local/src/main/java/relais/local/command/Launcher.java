package relais.local.command;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;
import relais.local.AccessTokens;
import relais.local.LocalStack;
import relais.local.StackSettings;
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
            ExampleCommand.class,
            ImagesCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            RecoverCommand.class,
            VerifyCommand.class
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

    @Command(name = "help")
    int help() {
        return call();
    }

    /** Prints an access token of a demo account, and nothing else. */
    @Command(name = "token")
    int token(@Parameters(paramLabel = "<account>") String account) {
        String issuer = System.getenv().getOrDefault(ExampleCommand.TOKEN_ENDPOINT, "");
        System.out.println(
                issuer.isBlank()
                        ? new LocalStack(StackSettings.of(System.getenv())).token(account)
                        : new AccessTokens(URI.create(issuer)).of(account));
        return 0;
    }

    /** The last step of a build: unpacks services and records the caches that make starts quick. */
    @Command(name = "prepare", hidden = true)
    int prepare() {
        new LocalStack(StackSettings.of(System.getenv()), System.out::println).prepare();
        return 0;
    }

    /** Asks the person at the terminal. */
    static boolean agreed(String prompt) {
        System.out.print(prompt);
        System.out.flush();
        Scanner answers = new Scanner(System.in, Charset.defaultCharset());
        return answers.hasNextLine()
                && List.of("o", "oui", "y", "yes")
                        .contains(answers.nextLine().strip().toLowerCase(Locale.ROOT));
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
