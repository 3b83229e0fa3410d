package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IsoDatesTest {

    @Test
    void readsDatesAndInstantsWithAnyOffset() {
        assertThat(IsoDates.date("2015-10-01")).isEqualTo(LocalDate.of(2015, 10, 1));
        assertThat(IsoDates.instant("2015-10-01T11:00:00+02:00"))
                .isEqualTo(Instant.parse("2015-10-01T09:00:00Z"));
    }

    @Test
    void refusesYearsThatNoStoreCanHold() {
        for (String date : new String[] {"+10000-01-01", "0000-12-31", "-0001-01-01"}) {
            assertThatThrownBy(() -> IsoDates.date(date)).isInstanceOf(DateTimeException.class);
        }
        assertThatThrownBy(() -> IsoDates.instant("+1000000000-12-31T23:59:59Z"))
                .isInstanceOf(DateTimeException.class);
    }
}
