package relais.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void aPortOfTheLoopbackInterfaceIsTaken() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(server.getLocalPort())).isFalse();
        }
    }

    @Test
    void aPortOfAllInterfacesIsTaken() throws Exception {
        try (var server = new ServerSocket(0)) {
            assertThat(FreePorts.isFree(server.getLocalPort())).isFalse();
        }
    }

    @Test
    void whoTakesAPortFindsItFree() {
        int port = FreePorts.take(1).getFirst();

        assertThat(FreePorts.isFree(port)).isTrue();
    }

    @Test
    void aPortIsReservedForAsLongAsItsProcessLives() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TakerOfAPort.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int port;
        try (BufferedReader said = other.inputReader()) {
            port = Integer.parseInt(said.readLine());

            assertThat(FreePorts.isFree(port)).isTrue();
            assertThat(FreePorts.reserve(port)).isFalse();
        } finally {
            other.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        }
        assertThat(FreePorts.reserve(port)).isTrue();
        assertThat(FreePorts.reserve(port)).isFalse();
    }
}
