package relais.portal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.portal.api.Facets;

/** Which files a sitemap has, and what no cell of a table begins with. */
class SitemapPeriodsTest {

    @Test
    void aYearIsAFileUnlessItIsTooManyForOne() {
        assertThat(
                        SitemapController.periods(
                                List.of(
                                        month("2015-11", 3),
                                        month("2015-12", 4),
                                        month("2016-01", SitemapController.MOST),
                                        month("2016-03", 1))))
                .containsExactly("2015", "2016-01", "2016-03");
        assertThat(SitemapController.periods(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+33,'+33", "-1,'-1", "@x,'@x", "a=b,a=b", "Écoles,Écoles"})
    void noCellBeginsAsAFormula(String text, String cell) {
        assertThat(ResultTable.safe(text)).isEqualTo(cell);
    }

    @Test
    void whatIsMissingIsAnEmptyCell() {
        assertThat(ResultTable.safe(null)).isEmpty();
        assertThat(ResultTable.safe("\tx")).isEqualTo("'\tx");
    }

    private static Facets.Count month(String month, long count) {
        return new Facets.Count(month, null, count);
    }
}
