package relais.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import relais.local.message.Problem;

@Timeout(120)
class RestartsTest {

    private final Problem died = new Problem("process.died", "feed", 137, "the reason");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T10:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Restarts restarts =
            new Restarts(now::get, Runnable::run, pauses::add, started::add, said::add);

    @Test
    void whatEndsIsStartedAgainAndThatIsSaid() {
        restarts.died("feed", died);

        assertThat(started).containsExactly("feed");
        assertThat(String.join("\n", said)).contains("feed", "the reason", "1 s");
    }

    @Test
    void eachPauseIsLongerThanTheOneBefore() {
        for (int i = 0; i < Restarts.MOST; i++) {
            restarts.died("feed", died);
        }

        assertThat(pauses).hasSize(Restarts.MOST).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatEndsASixthTimeInTenMinutesIsGivenUp() {
        for (int i = 0; i <= Restarts.MOST; i++) {
            restarts.died("feed", died);
        }

        assertThat(started).hasSize(Restarts.MOST);
        assertThat(restarts.awaitEnd()).hasMessageContainingAll("feed", "the reason");
    }

    @Test
    void whatEndedLongAgoCountsNoMore() {
        for (int i = 0; i < 3 * Restarts.MOST; i++) {
            restarts.died("feed", died);
            now.updateAndGet(before -> before.plus(Restarts.WITHIN.dividedBy(Restarts.MOST)));
        }

        assertThat(started).hasSize(3 * Restarts.MOST);
    }

    @Test
    void partsAreCountedApart() {
        for (int i = 0; i < Restarts.MOST; i++) {
            restarts.died("feed", died);
            restarts.died("history", died);
        }

        assertThat(started).hasSize(2 * Restarts.MOST);
    }

    @Test
    void whatDoesNotStartIsTriedAgainUntilItIsGivenUp() {
        var never =
                new Restarts(
                        now::get,
                        Runnable::run,
                        pauses::add,
                        part -> {
                            started.add(part);
                            throw new Problem("process.not-started", part, "the disk is full");
                        },
                        said::add);

        never.died("feed", died);

        assertThat(started).hasSize(Restarts.MOST);
        assertThat(never.awaitEnd()).hasMessageContaining("the disk is full");
    }

    @Test
    void nothingIsStartedOnceEverythingIsToStop() {
        restarts.close();

        restarts.died("feed", died);

        assertThat(started).isEmpty();
    }
}
