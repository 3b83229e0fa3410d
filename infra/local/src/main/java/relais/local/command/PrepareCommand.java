package relais.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import relais.local.LocalStack;
import relais.local.StackSettings;

/** The last step of a build: unpacks the services and records the caches that make starts quick. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        new LocalStack(StackSettings.of(System.getenv()), System.out::println).prepare();
        return 0;
    }
}
