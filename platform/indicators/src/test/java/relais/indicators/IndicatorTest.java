package relais.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorTest {

    private record Reported(String value, LocalDate on) {}

    @ParameterizedTest
    @CsvSource({
        "0, 100, 50, 50",
        "40, 100, 55, 25",
        "100, 0, 75, 25",
        "100, 0, 100, 0",
        "0, 100, 99.99, 99",
        "0, 100, 120, 120",
        "0, 3, 1, 33",
        "0, 100, -10, -10",
        "0, 1000, -1, -1",
        "100, 0, 150, -50",
        "0.0001, 0.0002, 9999999999999999, 9999999999999998999900"
    })
    void progressIsRoundedDownBetweenTheBaselineAndTheTarget(
            BigDecimal baseline, BigDecimal target, BigDecimal value, BigInteger percent) {
        assertThat(new Indicator(baseline, target).percent(value)).contains(percent);
    }

    @Test
    void thereIsNoProgressWithoutAWay() {
        BigDecimal ten = new BigDecimal("10");
        assertThat(new Indicator(null, ten).percent(ten)).isEmpty();
        assertThat(new Indicator(new BigDecimal("10.0"), ten).percent(ten)).isEmpty();
    }

    @Test
    void theMeasureOfTheLatestDayHoldsAndOfThatDayTheOneReportedLast() {
        LocalDate day = LocalDate.of(2025, 6, 30);
        assertThat(Indicator.latest(List.<Reported>of(), Reported::on)).isEmpty();
        assertThat(
                        Indicator.latest(
                                List.of(
                                        new Reported("first", day),
                                        new Reported("corrected", day),
                                        new Reported("older", day.minusDays(1))),
                                Reported::on))
                .contains(new Reported("corrected", day));
    }
}
