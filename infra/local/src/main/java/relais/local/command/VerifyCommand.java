package relais.local.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.verify.Deployment;
import relais.local.verify.Report;
import relais.local.verify.Verification;

/**
 * Says whether the log is whole and the services agree with it. Exit code 0 if all is equal, 1 if
 * anything differs or could not be verified.
 */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private static final String OPERATOR = "exploitation";

    /** From the environment only: an argument would be seen by everybody on the machine. */
    private static final String TOKEN = "RELAIS_TOKEN";

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--url", paramLabel = "<service>=<url>")
    private Map<String, String> urls = new HashMap<>();

    @Option(names = "--json", paramLabel = "<file>")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Deployment deployment = deployment(System.getenv());
        Report report =
                new Verification(deployment, TerminalProgress.ifTerminal(), Clock.systemUTC())
                        .run();
        System.out.print(new ReportText(report).text());
        if (json != null) {
            write(json, new ReportJson(report).text());
        }
        return report.isEqual() ? 0 : 1;
    }

    /** What was asked for is judged before what is built here is looked at. */
    private Deployment deployment(Map<String, String> environment) {
        Map<String, URI> addresses = named(environment);
        String token = environment.getOrDefault(TOKEN, "").strip();
        if (token.isEmpty() && !addresses.isEmpty()) {
            throw misused("verify.token.missing", TOKEN);
        }
        if (!token.isEmpty() && addresses.keySet().containsAll(Deployment.SERVICES)) {
            return new Deployment(addresses, () -> token);
        }
        LocalStack local = new LocalStack(StackSettings.of(environment));
        for (String service : Deployment.SERVICES) {
            addresses.computeIfAbsent(service, local::url);
        }
        return new Deployment(
                addresses, token.isEmpty() ? () -> local.token(OPERATOR) : () -> token);
    }

    /** Where services are said to be, by arguments or the environment. */
    private Map<String, URI> named(Map<String, String> environment) {
        for (String service : urls.keySet()) {
            if (!Deployment.SERVICES.contains(service)) {
                throw misused(
                        "verify.url.unknown", service, String.join(", ", Deployment.SERVICES));
            }
        }
        Map<String, URI> addresses = new HashMap<>();
        for (String service : Deployment.SERVICES) {
            String variable = "RELAIS_" + service.toUpperCase(Locale.ROOT) + "_URL";
            String url = urls.getOrDefault(service, environment.getOrDefault(variable, ""));
            if (!url.isBlank()) {
                addresses.put(service, address(service, url));
            }
        }
        return addresses;
    }

    private URI address(String service, String url) {
        try {
            URI address = URI.create(url.strip());
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Falls through to the same message.
        }
        throw misused("verify.url.invalid", service, url);
    }

    private ParameterException misused(String key, Object... arguments) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ParameterException(spec.commandLine(), Messages.say(key, arguments));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Problem(e, "verify.json.unwritable", file, e);
        }
    }
}
