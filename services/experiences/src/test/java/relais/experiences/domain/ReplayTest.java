package relais.experiences.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final int LIVES = 60;
    private static final int COMMANDS = 200;

    private record Told(ExperienceEvent event, Instant at) {}

    /** Whoever does whatever in whatever order: the events alone lead to the same state. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theEventsAloneLeadToTheSameState(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int life = 0; life < LIVES; life++) {
            List<Told> history = new ArrayList<>();
            Experience state = null;
            Instant at = Scene.NOW;
            for (int i = 0; i < COMMANDS; i++) {
                Partner partner = oneOf(random, Scene.PARTNERS);
                Set<Role> roles =
                        random.nextBoolean() ? Set.of(Role.PARTNER) : Set.of(Role.COMMITTEE);
                Circumstances circumstances =
                        Scene.circumstances(
                                new Actor("m-1", partner.id(), roles), partner, null, at, at);
                ExperienceCommand command = oneOf(random, CommandSamples.all());
                if (endsAll(command) && random.nextInt(20) > 0) {
                    continue;
                }
                Decision decision = Experience.decide(state, command, circumstances);
                assertThat(Experience.decide(state, command, circumstances)).isEqualTo(decision);
                if (decision instanceof Decision.Accepted accepted) {
                    for (ExperienceEvent event : accepted.events()) {
                        state = Experience.apply(state, event, at);
                        history.add(new Told(event, at));
                    }
                    at = at.plusSeconds(random.nextInt(3));
                }
            }
            assertThat(replayed(history)).isEqualTo(state);
            told += history.size();
        }
        assertThat(told).isGreaterThan(LIVES * 3);
    }

    private static boolean endsAll(ExperienceCommand command) {
        return command instanceof ExperienceCommand.Withdraw
                || command instanceof ExperienceCommand.Moderate;
    }

    private static @Nullable Experience replayed(List<Told> history) {
        Experience state = null;
        for (Told told : history) {
            state = Experience.apply(state, told.event(), told.at());
        }
        return state;
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
