package relais.acceptance;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import relais.local.LocalStack;

/**
 * A second process of some services beside those of a stack, as behind one name: the same store,
 * log and groups, and of the portal the same address.
 */
final class Instances implements AutoCloseable {

    private final Stack stack;
    private final List<String> services;
    private final LocalStack second;

    private Instances(Stack stack, List<String> services) {
        this.stack = stack;
        this.services = services;
        this.second =
                new LocalStack(
                        stack.settings()
                                .withFreePorts(services)
                                .withEnvironment(
                                        "portal",
                                        Map.of(
                                                "RELAIS_PORTAL_ADDRESS",
                                                stack.local().url("portal").toString())));
    }

    static Instances start(Stack stack, String... services) throws Exception {
        Stack.assumeInside("The processes of services");
        Instances instances = new Instances(stack, List.of(services));
        List<Callable<Void>> starts =
                instances.services.stream()
                        .<Callable<Void>>map(
                                service ->
                                        () -> {
                                            instances.second.start(service);
                                            return null;
                                        })
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> start : threads.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException failed) {
            instances.close();
            throw failed;
        }
        return instances;
    }

    URI first(String service) {
        return stack.local().url(service);
    }

    URI second(String service) {
        return second.url(service);
    }

    /** The second instance, as an account or as nobody. */
    Api second(String service, @Nullable String account) {
        return new Api(
                second.url(service).toString(), account == null ? null : stack.token(account));
    }

    /** SIGKILL. */
    void killFirst(String service) {
        stack.kill(service);
    }

    /** SIGKILL. */
    void killSecond(String service) {
        second.kill(service);
    }

    /** SIGSTOP: it does nothing, notices nothing, and believes that it is what it was. */
    void halt(String service) throws IOException, InterruptedException {
        signal(service, "STOP");
    }

    /** SIGCONT. */
    void resume(String service) throws IOException, InterruptedException {
        signal(service, "CONT");
    }

    private void signal(String service, String name) throws IOException, InterruptedException {
        long pid = second.pid(service).orElseThrow();
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + exit);
        }
    }

    /** All run again, whatever a test did to them. */
    void startEverything() {
        stack.startEverything();
        services.forEach(second::start);
    }

    @Override
    public void close() {
        services.forEach(second::stop);
    }
}
