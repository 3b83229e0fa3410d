package relais.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relais.local.message.Problem;

class PartTest {

    @Test
    void eachPartComesAfterWhatItNeeds() {
        Set<String> seen = new HashSet<>();
        for (Part part : Part.ALL) {
            assertThat(seen).as(part.name()).containsAll(part.needs());
            seen.add(part.name());
        }
    }

    @Test
    void thePortVariableIsNamedAfterThePart() {
        assertThat(Part.named("feed").portVariable()).isEqualTo("RELAIS_FEED_PORT");
    }

    @Test
    void everyProcessHasAPortOfItsOwn() {
        List<Integer> ports = new ArrayList<>();
        Part.processes().forEach(part -> ports.add(part.defaultPort()));

        assertThat(ports).doesNotHaveDuplicates().doesNotContain(0);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Part.named("fed"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("feed");
    }
}
