package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final int LIVES = 60;

    /** Whoever does whatever in whatever order: the events alone lead to the same state. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theEventsAloneLeadToTheSameState(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int life = 0; life < LIVES; life++) {
            List<Lives.Told> history = Lives.one(random);
            assertThat(replayed(history))
                    .isEqualTo(history.isEmpty() ? null : history.getLast().after());
            told += history.size();
        }
        assertThat(told).isGreaterThan(LIVES * 3);
    }

    private static @Nullable Experience replayed(List<Lives.Told> history) {
        Experience state = null;
        for (Lives.Told told : history) {
            state = Experience.apply(state, told.event(), told.at());
        }
        return state;
    }
}
