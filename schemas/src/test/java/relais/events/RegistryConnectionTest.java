package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry behind TLS that asks for a user, with a certificate that nobody else has signed. */
class RegistryConnectionTest {

    private static final String STORE_PASSWORD = "changeit";

    @TempDir private static Path folder;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext(
                        "/schemas/ids/7",
                        exchange -> {
                            byte[] body =
                                    "{\"schema\":\"\\\"string\\\"\"}"
                                            .getBytes(StandardCharsets.UTF_8);
                            exchange.getResponseHeaders().set("Content-Type", "application/json");
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        })
                .setAuthenticator(
                        new BasicAuthenticator("registry") {
                            @Override
                            public boolean checkCredentials(String username, String password) {
                                return username.equals("feed") && password.equals("pass:word");
                            }
                        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aTrustedRegistryLetsAUserIn() {
        var registry =
                new ConfluentSchemaRegistry(
                        new RegistryConnection(
                                url(), "feed", "pass:word", certificate().toString()));

        assertThat(registry.byId(7).getType().getName()).isEqualTo("string");
    }

    @Test
    void anotherPasswordIsRefusedAndNotTold() {
        var connection = new RegistryConnection(url(), "feed", "wrong", certificate().toString());

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> new ConfluentSchemaRegistry(connection).byId(7))
                .withMessageContaining("401")
                .withMessageNotContaining("wrong");
        assertThat(connection.toString()).doesNotContain("wrong");
    }

    @Test
    void aRegistryThatNobodyVouchesForIsNotAsked() {
        var registry =
                new ConfluentSchemaRegistry(
                        new RegistryConnection(url(), "feed", "pass:word", null));

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry.byId(7))
                .withMessageContaining("PKIX");
    }

    @Test
    void aUserWithoutAPasswordIsNoSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryConnection(url(), "feed", "", null))
                .withMessageContaining("RELAIS_REGISTRY_PASSWORD");
    }

    private static String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    private static Path certificate() {
        return folder.resolve("registry.pem");
    }

    /** A key that is made for these tests, with its certificate beside it as PEM. */
    private static SSLContext context() throws Exception {
        Path store = folder.resolve("registry.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-alias",
                        "registry",
                        "-keystore",
                        folder.resolve("registry.p12").toString(),
                        "-storepass",
                        STORE_PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(answer).isZero();
    }
}
