package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Stored;

class ReadActionsTest {

    @Test
    void whatIsLateDependsOnTheDayInFrance() {
        assertThat(lateOn("2026-01-15T22:59:59Z")).isEqualTo("2026-01-15");
        // Half past midnight in Paris already.
        assertThat(lateOn("2026-01-15T23:30:00Z")).isEqualTo("2026-01-16");
        // In summer, two hours ahead.
        assertThat(lateOn("2026-07-15T22:00:00Z")).isEqualTo("2026-07-16");
    }

    @Test
    void whoDoesNotAskForWhatIsLateIsNotToldOfIt() {
        Asked asked = new Asked();
        ReadActions.Readings found =
                new ReadActions(asked, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                        .list(new ReadActions.Filter(false, null, null, null, null, null), null, 5);
        assertThat(asked.selections)
                .containsExactly(new Actions.Selection(null, null, null, null, null, null));
        assertThat(found.today()).isEqualTo(LocalDate.of(1970, 1, 1));
    }

    private static @Nullable LocalDate lateOn(String now) {
        Asked asked = new Asked();
        new ReadActions(asked, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .list(new ReadActions.Filter(true, null, null, null, null, null), null, 5);
        return asked.selections.getFirst().lateOn();
    }

    /** Knows no action, and what was asked for. */
    private static final class Asked implements Actions {

        private final List<Selection> selections = new ArrayList<>();

        @Override
        public Optional<Stored<Action>> find(ActionId id) {
            return Optional.empty();
        }

        @Override
        public List<Listed> list(Selection selection, @Nullable Position after, int limit) {
            selections.add(selection);
            return List.of();
        }
    }
}
