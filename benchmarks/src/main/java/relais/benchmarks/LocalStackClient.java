package relais.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.local.AccessTokens;
import relais.local.Ports;
import tools.jackson.databind.json.JsonMapper;

/** The calls that benchmarks make to a running stack, at the ports that the launcher gives it. */
final class LocalStackClient {

    /** Those that have a store. */
    static final List<String> SERVICES =
            List.of("experiences", "feed", "partners", "contributions", "history", "notices");

    private static final Ports PORTS = Ports.of(System.getenv());

    /** One line of the driver's counter: command and collection are among its labels. */
    private static final Pattern COMMANDS =
            Pattern.compile(
                    "mongodb_driver_commands_seconds_count\\{.*collection=\"([^\"]*)\",command=\"([^\"]*)\".*} (\\S+)");

    private final String host;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    LocalStackClient(String host) {
        this.host = host;
    }

    /** An experience of Besançon with a word that no other has. */
    HttpResponse<String> post(String town, String word) throws IOException, InterruptedException {
        return send(
                request("experiences", "/experiences", town)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", word)
                        .POST(HttpRequest.BodyPublishers.ofString(experience(word))));
    }

    String id(HttpResponse<String> posted) {
        return json.readTree(posted.body()).get("id").asString();
    }

    /** Waits, as long as the feed does, until the read model has it. */
    HttpResponse<String> card(String id, String token) throws IOException, InterruptedException {
        return read("/cards/" + id + "?atLeast=1", token);
    }

    HttpResponse<String> read(String path, String token) throws IOException, InterruptedException {
        return send(request("feed", path, token));
    }

    /** What anyone may read. */
    HttpResponse<String> readPublic(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address("feed", path)).timeout(Duration.ofSeconds(20)));
    }

    /** Has the feed build its model anew; refused while it does so already. */
    void orderRebuild(String operator) throws IOException, InterruptedException {
        send(
                request("feed", "/rebuilds", operator)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    /** Whether service and feed have it; asked again while they are busy. */
    boolean isFound(String id, String town, String committee) {
        for (int i = 0; i < 20; i++) {
            try {
                int inService =
                        send(request("experiences", "/experiences/" + id, town)).statusCode();
                int inFeed = card(id, committee).statusCode();
                if (inService != 503 && inFeed != 503) {
                    return inService == 200 && inFeed == 200;
                }
                Thread.sleep(Duration.ofSeconds(1));
            } catch (IOException again) {
                // As if it were busy.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** What a service uses of its heap; not a number if it does not say. */
    double heapMegabytes(String service, String operator) throws InterruptedException {
        String metrics = metrics(service, operator);
        return metrics.isEmpty()
                ? Double.NaN
                : metrics.lines()
                                .filter(line -> line.startsWith("jvm_memory_used_bytes{"))
                                .filter(line -> line.contains("area=\"heap\""))
                                .mapToDouble(
                                        line ->
                                                Double.parseDouble(
                                                        line.substring(line.lastIndexOf(' ') + 1)))
                                .sum()
                        / (1 << 20);
    }

    /** What a service has sent to its store, by service, collection and command. */
    Map<String, Double> storeCommands(String service, String operator) throws InterruptedException {
        Map<String, Double> sent = new TreeMap<>();
        metrics(service, operator)
                .lines()
                .map(COMMANDS::matcher)
                .filter(Matcher::matches)
                .forEach(
                        found ->
                                sent.merge(
                                        service + " " + found.group(1) + " " + found.group(2),
                                        Double.parseDouble(found.group(3)),
                                        Double::sum));
        return sent;
    }

    /** Empty if the service does not say. */
    private String metrics(String service, String operator) throws InterruptedException {
        try {
            HttpResponse<String> answer = send(request(service, "/actuator/prometheus", operator));
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException silent) {
            return "";
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String service, String path, String token) {
        return HttpRequest.newBuilder(address(service, path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private URI address(String service, String path) {
        return URI.create(host + ":" + port(service) + path);
    }

    /** An access token for a demo account. */
    String token(String account) {
        return new AccessTokens(address("identity", "/oauth2/token")).of(account);
    }

    static int port(String service) {
        return PORTS.of(service);
    }

    static String experience(String word) {
        return """
                {"title": "Mesure %1$s", "preview": "Une expérience postée pour mesurer le délai jusqu'au fil.",
                 "territory": "commune:25056", "level": "ECOLE", "axes": ["USES"], "tags": ["mesure"],
                 "problem": "Savoir en combien de temps une expérience est lue.",
                 "action": "Poster à cadence fixe et attendre que le fil national la montre.",
                 "licenceAccepted": true}
                """
                .formatted(word);
    }
}
