package relais.local.command;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import relais.local.AccessTokens;
import relais.local.example.ExampleData;
import relais.local.message.Problem;

/**
 * Loads the example data into the services that {@code RELAIS_PARTNERS_URL}, {@code
 * RELAIS_EXPERIENCES_URL} and {@code RELAIS_CONTRIBUTIONS_URL} name, as the demo account of an
 * operator; what is there already stays as it is.
 */
@Command(name = "example", hidden = true)
final class ExampleCommand implements Callable<Integer> {

    /** The variable with the token endpoint of the issuer that knows the demo accounts. */
    static final String TOKEN_ENDPOINT = "RELAIS_TOKEN_URI";

    private static final String OPERATOR = "exploitation";

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        AccessTokens tokens = new AccessTokens(address(environment, TOKEN_ENDPOINT));
        ExampleData.Outcome outcome =
                new ExampleData(
                                address(environment, "RELAIS_PARTNERS_URL"),
                                address(environment, "RELAIS_EXPERIENCES_URL"),
                                address(environment, "RELAIS_CONTRIBUTIONS_URL"),
                                () -> tokens.of(OPERATOR))
                        .load();
        return switch (outcome) {
            case ExampleData.Loaded loaded -> {
                System.out.println(loaded.text());
                yield 0;
            }
            case ExampleData.Failed failed -> {
                System.err.println(failed.text());
                yield 1;
            }
        };
    }

    private static URI address(Map<String, String> environment, String variable) {
        String address = environment.getOrDefault(variable, "");
        try {
            if (URI.create(address).isAbsolute()) {
                return URI.create(address);
            }
        } catch (IllegalArgumentException noAddress) {
            // Falls through to the same message.
        }
        throw new Problem("example.address", variable, address);
    }
}
