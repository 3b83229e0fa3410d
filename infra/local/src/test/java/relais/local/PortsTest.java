package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.local.message.Problem;

class PortsTest {

    @Test
    void aVariableChangesOnePortOnly() {
        Ports ports = Ports.of(Map.of("RELAIS_FEED_PORT", "9084"));

        assertThat(ports.of("feed")).isEqualTo(9084);
        assertThat(ports.of("partners")).isEqualTo(8081);
    }

    @Test
    void whatIsNoPortIsRefusedWithItsVariable() {
        for (String value : new String[] {"abc", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> Ports.of(Map.of("RELAIS_KAFKA_PORT", value)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("RELAIS_KAFKA_PORT=" + value);
        }
    }

    @Test
    void onePortForTwoPartsIsRefusedWithBothVariables() {
        assertThatThrownBy(() -> Ports.of(Map.of("RELAIS_FEED_PORT", "8081")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("RELAIS_FEED_PORT")
                .hasMessageContaining("RELAIS_PARTNERS_PORT");
    }

    @Test
    void freePortsDiffer() {
        assertThat(Ports.free().numbers().values()).doesNotHaveDuplicates();
    }
}
