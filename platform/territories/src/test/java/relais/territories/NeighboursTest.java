package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.territories.Vintage.END_OF_2015;
import static relais.territories.Vintage.TERRITORIES;
import static relais.territories.Vintage.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies beside a territory, what is of its size, and which départements are its own. */
class NeighboursTest {

    @ParameterizedTest
    @CsvSource({
        // A commune of Rennes Métropole, an EPCI, a département of Bretagne, the régions.
        "commune:35047, commune:35238",
        "epci:243500139, epci:243500782",
        "departement:35, departement:29",
        "region:53, region:11",
        // Alone in its région.
        "academie:14, academie:25",
    })
    void whatSharesTheSmallestTerritoryAroundIsBeside(String id, String other) {
        assertThat(beside(id, TODAY)).contains(other).doesNotContain(id, "pays:FR");
    }

    @Test
    void whatIsOutsideIsNotBeside() {
        assertThat(beside("commune:35047", TODAY)).first().isEqualTo("commune:35238");
        assertThat(beside("commune:35047", TODAY)).doesNotContain("commune:35288", "commune:44109");
        assertThat(beside("departement:35", TODAY)).doesNotContain("departement:44");
        assertThat(beside("pays:FR", TODAY)).isEmpty();
        assertThat(beside("commune:00000", TODAY)).isEmpty();
    }

    @Test
    void aRegionHasTheOnesOfThatDayBesideIt() {
        assertThat(beside("region:73", END_OF_2015))
                .contains("region:91")
                .doesNotContain("region:76");
    }

    @Test
    void sizeIsComparedByProportion() {
        Territory rennes = territory("commune:35238");
        List<Territory> similar = TERRITORIES.ofSimilarSize(rennes.id(), TODAY, 5);

        assertThat(similar).hasSize(5).doesNotContain(rennes);
        assertThat(similar)
                .allSatisfy(
                        each -> assertThat((double) size(each) / size(rennes)).isBetween(0.7, 1.4));
        assertThat(TERRITORIES.ofSimilarSize(territory("departement:35").id(), TODAY, 3))
                .hasSize(3)
                .allMatch(each -> each.scheme() == Scheme.DEPARTEMENT);
        assertThat(TERRITORIES.ofSimilarSize(TerritoryId.FRANCE, TODAY, 3)).isEmpty();
    }

    @Test
    void departementsAreThoseAroundOrInside() {
        assertThat(departements("commune:35238")).containsExactly("departement:35");
        assertThat(departements("departement:35")).containsExactly("departement:35");
        assertThat(departements("region:53"))
                .containsExactly(
                        "departement:22", "departement:29", "departement:35", "departement:56");
        assertThat(departements("pays:FR")).isEmpty();
    }

    private static List<String> beside(String id, LocalDate on) {
        return TERRITORIES.beside(TerritoryId.parse(id), on, 50).stream()
                .map(each -> each.id().toString())
                .toList();
    }

    private static List<String> departements(String id) {
        return TERRITORIES.departements(TerritoryId.parse(id), TODAY).stream()
                .map(each -> each.id().toString())
                .toList();
    }

    private static int size(Territory territory) {
        return Objects.requireNonNull(territory.population());
    }

    private static Territory territory(String id) {
        return TERRITORIES.find(TerritoryId.parse(id)).orElseThrow();
    }
}
