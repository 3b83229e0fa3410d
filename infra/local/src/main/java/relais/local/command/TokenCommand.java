package relais.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import relais.local.LocalStack;
import relais.local.StackSettings;

/** Prints an access token of a demo account, and nothing else. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<account>")
    private String account = "";

    @Override
    public Integer call() {
        System.out.println(new LocalStack(StackSettings.of(System.getenv())).token(account));
        return 0;
    }
}
