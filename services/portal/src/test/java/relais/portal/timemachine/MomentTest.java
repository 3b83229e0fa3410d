package relais.portal.timemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final YearMonth FIRST = YearMonth.of(2001, 9);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void standsAtTodayUnlessAskedOtherwise() {
        Moment moment = at(null);

        assertThat(moment.isToday()).isTrue();
        assertThat(moment.index()).isEqualTo(moment.last()).isEqualTo(302);
    }

    @Test
    void stepsAreEndsOfMonths() {
        Moment moment = at("2016-01-15");

        assertThat(moment.later(1)).isEqualTo("2016-02-29");
        assertThat(moment.later(-1)).isEqualTo("2015-12-31");
        assertThat(moment.later(12)).isEqualTo("2017-01-31");
    }

    @Test
    void noStepLeadsBeyondWhatIsKnown() {
        assertThat(at("2026-10-31").later(12)).isEqualTo(TODAY);
        assertThat(at("2026-11-25").later(1)).isNull();
        assertThat(at("2002-01-31").later(-12)).isEqualTo("2001-09-30");
        assertThat(at("2001-09-30").later(-1)).isNull();
    }

    @Test
    void isBroughtWithinWhatIsKnown() {
        assertThat(at("1850-01-01").day()).isEqualTo("2001-09-01");
        assertThat(at("2999-01-01").day()).isEqualTo(TODAY);
    }

    @Test
    void whatIsNoDayIsNoMoment() {
        assertThat(Moment.of("2015-13", FIRST, TODAY)).isNull();
        assertThat(Moment.of("hier", FIRST, TODAY)).isNull();
    }

    @Test
    void anEmptyPlatformHasAYearOfNothing() {
        Moment moment = Objects.requireNonNull(Moment.of(null, null, TODAY));

        assertThat(moment.last()).isEqualTo(12);
    }

    private static Moment at(@Nullable String day) {
        return Objects.requireNonNull(Moment.of(day, FIRST, TODAY));
    }
}
