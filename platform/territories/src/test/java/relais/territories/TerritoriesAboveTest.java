package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.territories.Vintage.END_OF_2015;
import static relais.territories.Vintage.START_OF_2016;
import static relais.territories.Vintage.TERRITORIES;
import static relais.territories.Vintage.TODAY;
import static relais.territories.Vintage.ancestors;
import static relais.territories.Vintage.reach;
import static relais.territories.Vintage.territory;
import static relais.territories.Vintage.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies above a territory, on a day and ever. */
class TerritoriesAboveTest {
    @Test
    void givesEveryTerritoryFranceAsItsLastAncestor() {
        for (Scheme scheme :
                List.of(
                        Scheme.COMMUNE,
                        Scheme.EPCI,
                        Scheme.DEPARTEMENT,
                        Scheme.REGION,
                        Scheme.ACADEMIE)) {
            assertThat(TERRITORIES.all(scheme, TODAY))
                    .allSatisfy(
                            territory ->
                                    assertThat(
                                                    TERRITORIES
                                                            .ancestors(territory.id(), TODAY)
                                                            .getLast()
                                                            .id())
                                            .isEqualTo(TerritoryId.FRANCE));
        }
    }

    @Test
    void ancestorsOfACommuneAreThoseOfTheDay() {
        assertThat(ancestors("commune:31555", TODAY))
                .containsExactly(
                        "epci:243100518", "departement:31", "academie:16", "region:76", "pays:FR");
        assertThat(ancestors("commune:31555", END_OF_2015))
                .containsExactly(
                        "epci:243100518", "departement:31", "academie:16", "region:73", "pays:FR");
    }

    @Test
    void reachOfACommuneHoldsTheRegionsOfEveryVintage() {
        assertThat(reach("commune:31555"))
                .containsExactlyInAnyOrder(
                        "commune:31555",
                        "epci:243100518",
                        "departement:31",
                        "academie:16",
                        "region:73",
                        "region:76",
                        "pays:FR");
    }

    @Test
    void reachOfAFormerRegionHoldsItsSuccessorButNotTheReverse() {
        assertThat(reach("region:73")).containsExactly("region:73", "region:76", "pays:FR");
        assertThat(reach("region:76")).containsExactly("region:76", "pays:FR");
    }

    @Test
    void reachOfADepartementAndOfAnAcademie() {
        assertThat(reach("departement:50"))
                .containsExactlyInAnyOrder(
                        "departement:50", "academie:70", "region:28", "region:25", "pays:FR");
        assertThat(reach("academie:70"))
                .containsExactlyInAnyOrder(
                        "academie:70", "region:28", "region:25", "region:23", "pays:FR");
        assertThat(reach("academie:18")).containsExactly("academie:18", "region:24", "pays:FR");
    }

    @Test
    void anEpciBelongsToEachDepartementAndRegionThatItTouches() {
        // Redon Agglomération: Ille-et-Vilaine and Morbihan in Bretagne, Loire-Atlantique in Pays
        // de la Loire.
        assertThat(reach("epci:243500741"))
                .containsExactlyInAnyOrder(
                        "epci:243500741",
                        "departement:35",
                        "departement:44",
                        "departement:56",
                        "academie:14",
                        "academie:17",
                        "region:52",
                        "region:53",
                        "pays:FR");
        assertThat(within("epci:243500741", "departement:44", TODAY)).isTrue();
    }

    @Test
    void eightyNineEpciSpanSeveralDepartements() {
        assertThat(TERRITORIES.all(Scheme.EPCI, TODAY))
                .filteredOn(
                        epci ->
                                epci.nature() != Nature.EPT
                                        && ancestors(epci.id().toString(), TODAY).stream()
                                                        .filter(id -> id.startsWith("departement:"))
                                                        .count()
                                                > 1)
                .hasSize(89);
    }

    @Test
    void ninetyEightCommunesHaveNoEpci() {
        assertThat(TERRITORIES.all(Scheme.COMMUNE, TODAY))
                .filteredOn(commune -> commune.nature() == Nature.COMMUNE)
                .filteredOn(
                        commune ->
                                ancestors(commune.id().toString(), TODAY).stream()
                                        .noneMatch(id -> id.startsWith("epci:")))
                .hasSize(98)
                .extracting(Territory::name)
                .contains("Île-de-Bréhat", "Nouméa");
    }

    @Test
    void lyonIsInItsMetropoleAndInRhone() {
        assertThat(ancestors("commune:69123", TODAY))
                .containsExactly(
                        "epci:200046977", "departement:69", "academie:10", "region:84", "pays:FR");
        assertThat(territory("epci:200046977").nature()).isEqualTo(Nature.METROPOLE_DE_LYON);
    }

    @Test
    void parisIsACommuneAndADepartement() {
        assertThat(ancestors("commune:75056", TODAY))
                .containsExactly(
                        "epci:200054781", "departement:75", "academie:01", "region:11", "pays:FR");
        assertThat(ancestors("commune:75113", TODAY)).startsWith("commune:75056", "epci:200054781");
    }

    @Test
    void aCommuneOfGrandParisIsInItsEptAndInTheMetropole() {
        assertThat(ancestors("commune:93001", TODAY))
                .startsWith("epci:200057867", "epci:200054781", "departement:93", "academie:24");
        assertThat(ancestors("epci:200057867", TODAY))
                .startsWith("epci:200054781", "departement:93");
    }

    @Test
    void corseMayotteAndTheOverseasCollectivitiesAreReached() {
        assertThat(ancestors("commune:2A004", TODAY))
                .endsWith("departement:2A", "academie:27", "region:94", "pays:FR");
        assertThat(ancestors("commune:97611", TODAY))
                .endsWith("departement:976", "academie:43", "region:06", "pays:FR");
        assertThat(ancestors("commune:98818", TODAY))
                .containsExactly("departement:988", "region:988", "pays:FR");
        for (String code : List.of("975", "977", "978", "986", "987", "988")) {
            assertThat(territory("departement:" + code).nature())
                    .isEqualTo(Nature.OVERSEAS_COLLECTIVITY);
        }
    }

    @Test
    void aCollegeOfMeungIsWithinLoiretAndItsAcademie() {
        assertThat(within("commune:45203", "departement:45", TODAY)).isTrue();
        assertThat(within("commune:45203", "academie:18", TODAY)).isTrue();
        assertThat(within("commune:45203", "commune:45203", TODAY)).isTrue();
        assertThat(within("commune:45203", "pays:FR", TODAY)).isTrue();
        assertThat(within("commune:45203", "departement:93", TODAY)).isFalse();
        assertThat(within("departement:45", "commune:45203", TODAY)).isFalse();
        assertThat(within("departement:45", "academie:18", TODAY)).isTrue();
        assertThat(within("academie:18", "departement:45", TODAY)).isFalse();
    }

    @Test
    void isWithinTheRegionOfTheDayOnly() {
        assertThat(within("commune:31555", "region:73", END_OF_2015)).isTrue();
        assertThat(within("commune:31555", "region:76", END_OF_2015)).isFalse();
        assertThat(within("commune:31555", "region:73", START_OF_2016)).isFalse();
        assertThat(within("commune:31555", "region:76", START_OF_2016)).isTrue();
    }

    @Test
    void anUnknownTerritoryReachesItselfAndFrance() {
        assertThat(reach("commune:99999")).containsExactly("commune:99999", "pays:FR");
    }
}
