package relais.portal.library;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.portal.api.AxisPage;
import relais.portal.api.Card;

class CurveTest {

    private static AxisPage.Course course(@Nullable String baseline, Card.Measure... measures) {
        return new AxisPage.Course(
                "o-1",
                baseline == null ? null : new BigDecimal(baseline),
                baseline == null ? null : LocalDate.parse("2016-01-01"),
                new BigDecimal("100"),
                LocalDate.parse("2020-01-01"),
                List.of(measures));
    }

    private static Card.Measure measure(String value, String day) {
        return new Card.Measure(new BigDecimal(value), LocalDate.parse(day), null, null);
    }

    @Test
    void goesFromTheBaselineThroughTheMeasures() {
        Curve curve = requireNonNull(Curve.of(course("0", measure("50", "2018-01-01"))));

        assertThat(curve.path()).isEqualTo("M8.0 88.0L160.1 48.0");
        assertThat(curve.target()).isEqualTo("8.0");
        assertThat(curve.dots()).hasSize(2);
    }

    @Test
    void staysWithinItsPlaceBeyondTargetAndDay() {
        Curve curve =
                requireNonNull(
                        Curve.of(
                                course(
                                        "10",
                                        measure("-5", "2018-01-01"),
                                        measure("180", "2026-01-01"))));

        assertThat(curve.dots())
                .allSatisfy(
                        dot -> {
                            assertThat(Double.parseDouble(dot.x())).isBetween(0.0, 320.0);
                            assertThat(Double.parseDouble(dot.y())).isBetween(0.0, 96.0);
                        });
    }

    @Test
    void oneFigureIsNoCurve() {
        assertThat(Curve.of(course(null, measure("50", "2018-01-01")))).isNull();
        assertThat(Curve.of(course("10"))).isNull();
    }
}
