package relais.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
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
    void aPortThatWasTakenOnceIsFreeAgain() {
        int port = FreePorts.take(1).getFirst();

        assertThat(FreePorts.isFree(port)).isTrue();
    }
}
