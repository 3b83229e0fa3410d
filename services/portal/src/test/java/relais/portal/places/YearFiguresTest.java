package relais.portal.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.portal.api.Facets;

/** The figures of a territory, year by year. */
class YearFiguresTest {

    private static final LocalDate TODAY = LocalDate.parse("2017-06-01");

    @Test
    void aYearWithoutAnyIsThereAndThePartIsOfAllUntilThen() {
        YearFigures figures =
                YearFigures.of(
                        months(Map.of("2014-11", 1L, "2014-12", 1L, "2016-02", 2L)),
                        months(Map.of("2001-01", 4L, "2014-11", 2L, "2015-03", 2L, "2016-02", 4L)),
                        TODAY);

        assertThat(figures.rows())
                .containsExactly(
                        new YearFigures.Row(2014, 2, 2, 33.3),
                        new YearFigures.Row(2015, 0, 2, 25),
                        new YearFigures.Row(2016, 2, 4, 33.3),
                        new YearFigures.Row(2017, 0, 4, 33.3));
        assertThat(figures.rows().stream().map(figures::height))
                .containsExactly(100L, 0L, 100L, 0L);
    }

    @Test
    void nothingPublishedIsNoFigure() {
        assertThat(YearFigures.of(months(Map.of()), months(Map.of("2015-01", 3L)), TODAY).isEmpty())
                .isTrue();
    }

    private static Facets months(Map<String, Long> counts) {
        List<Facets.Count> months =
                counts.entrySet().stream()
                        .map(each -> new Facets.Count(each.getKey(), null, each.getValue()))
                        .toList();
        return new Facets(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), months, List.of(),
                List.of(), List.of(), List.of(), null);
    }
}
