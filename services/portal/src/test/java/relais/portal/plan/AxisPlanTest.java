package relais.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.portal.api.CommitteePlan;

class AxisPlanTest {

    private static final LocalDate DUE = LocalDate.of(2026, 8, 31);

    @Test
    void anObjectiveIsLateFromTheDayAfterItWasDue() {
        assertThat(late("OPEN", "40", DUE)).isFalse();
        assertThat(late("OPEN", "40", DUE.plusDays(1))).isTrue();
        assertThat(late("OPEN", null, DUE.plusDays(1))).isTrue();
    }

    @Test
    void whatWasReachedOrGivenUpIsNotLate() {
        assertThat(late("OPEN", "100", DUE.plusDays(1))).isFalse();
        assertThat(late("OPEN", "130", DUE.plusDays(1))).isFalse();
        assertThat(late("WITHDRAWN", "40", DUE.plusDays(1))).isFalse();
    }

    private static boolean late(String status, @Nullable String progress, LocalDate today) {
        return AxisPlan.Aimed.of(
                        new CommitteePlan.Objective(
                                "o-1",
                                1,
                                status,
                                "USES",
                                "Titre",
                                "Indicateur",
                                "%",
                                null,
                                null,
                                BigDecimal.TEN,
                                DUE,
                                null,
                                null,
                                null,
                                progress == null ? null : new BigDecimal(progress),
                                List.of(),
                                null),
                        today)
                .late();
    }
}
