package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.territories.Vintage.END_OF_2015;
import static relais.territories.Vintage.TERRITORIES;
import static relais.territories.Vintage.TODAY;
import static relais.territories.Vintage.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What typing a part of a name finds. */
class TerritorySearchTest {
    @ParameterizedTest
    @CsvSource({
        "besanc, commune:25056",
        "BESANÇON, commune:25056",
        "orleans, commune:45234",
        "Orléans-t, academie:18",
        "l'haÿ, commune:94038",
        "l'ha, commune:94038",
        "l’hay les, commune:94038",
        "havre, commune:76351",
        "le havre, commune:76351",
        "st malo, commune:35288",
        "oeuilly, commune:51410",
        "grand besancon, epci:242500361",
        "meung sur loire, commune:45203",
        "occit, region:76",
        "loiret, departement:45",
        "franc, pays:FR",
        "jolie, commune:78361",
        "metropole besancon, epci:242500361",
        "tours orleans, academie:18",
        "académie de Besançon, academie:03",
        "academie d’orl, academie:18",
        "rectorat de lille, academie:09",
        "département du Doubs, departement:25",
        "région bretagne, region:53",
        "ville de tours, commune:37261",
        "esançon, commune:25056",
        "75, departement:75",
        "2a, departement:2A",
        "974, departement:974",
        "13055, commune:13055",
        "242500361, epci:242500361",
        "25000, commune:25056",
        "25000, departement:25",
        "25999, departement:25",
        "13001, commune:13055",
        "75013, commune:75056",
        "97400, commune:97411",
        "20090, commune:2A004",
        "25000 Besançon, commune:25056",
        "saint-claude 39200, commune:39478",
        "20090, departement:2A",
        "97400, departement:974",
        "commune:25056, commune:25056",
    })
    void searchesByAnyPartOfANameItsKindOrItsCode(String typed, String first) {
        Scheme scheme = TerritoryId.parse(first).kind();

        assertThat(ids(TERRITORIES.search(typed, scheme, TODAY, 5))).first().isEqualTo(first);
    }

    @Test
    void fiveDigitsAreAPostalCodeOrACommunesOwn() {
        assertThat(ids(TERRITORIES.search("13001", null, TODAY, 5)))
                .containsExactly("commune:13055", "commune:13201", "commune:13001");
        assertThat(ids(TERRITORIES.search("13001", null, TODAY, 1)))
                .containsExactly("commune:13055");
        assertThat(ids(TERRITORIES.search("25170", null, TODAY, 50)))
                .hasSizeGreaterThan(5)
                .doesNotContain("departement:25");
    }

    @Test
    void anAddressThatNoCommuneHasGivesItsDepartement() {
        assertThat(ids(TERRITORIES.search("25999", null, TODAY, 5)))
                .containsExactly("departement:25");
        assertThat(TERRITORIES.search("39200 Besançon", null, TODAY, 5)).isEmpty();
    }

    @Test
    void searchesInAllSchemesAtOnce() {
        assertThat(ids(TERRITORIES.search("orleans", null, TODAY, 3)))
                .containsExactly("commune:45234", "academie:18", "epci:244500468");
        assertThat(TERRITORIES.search("zzzz", null, TODAY, 4)).isEmpty();
    }

    @Test
    void searchesAmongTheTerritoriesOfTheDay() {
        assertThat(ids(TERRITORIES.search("midi-pyr", Scheme.REGION, END_OF_2015, 5)))
                .containsExactly("region:73");
        assertThat(TERRITORIES.search("midi-pyr", Scheme.REGION, TODAY, 5)).isEmpty();
        assertThat(TERRITORIES.search("tourlaville", null, TODAY, 5)).isEmpty();
    }

    @Test
    void searchKeepsHomonymsApartAndPutsTheLargerFirst() {
        List<Territory> found = TERRITORIES.search("saint-denis", Scheme.COMMUNE, TODAY, 100);

        assertThat(ids(found)).doesNotHaveDuplicates().startsWith("commune:97411", "commune:93066");
        assertThat(found)
                .filteredOn(commune -> commune.name().equals("Saint-Denis"))
                .extracting(commune -> commune.id().code())
                .contains("97411", "93066", "11339", "30247");
        assertThat(found)
                .filteredOn(commune -> commune.name().startsWith("Saint-Denis-"))
                .extracting(commune -> commune.population() == null ? -1 : commune.population())
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    }

    @Test
    void namesThatBeginSoComeBeforeThoseThatHaveItAnywhere() {
        assertThat(TERRITORIES.search("mans", Scheme.COMMUNE, TODAY, 50))
                .extracting(Territory::name)
                .startsWith("Le Mans");
        assertThat(TERRITORIES.search("ville", Scheme.COMMUNE, TODAY, 20))
                .extracting(Territory::name)
                .allMatch(name -> FoldedText.of(name).startsWith("ville"));
    }

    @Test
    void whatNobodyMeansIsNotFound() {
        assertThat(TERRITORIES.search("besancon metropole bretagne", null, TODAY, 4)).isEmpty();
        assertThat(TERRITORIES.search("99999", null, TODAY, 4)).isEmpty();
        assertThat(TERRITORIES.search("an", Scheme.COMMUNE, TODAY, 100))
                .extracting(territory -> FoldedText.of(territory.name()))
                .allMatch(name -> (" " + name).contains(" an"));
    }

    @Test
    void searchIsLimited() {
        assertThat(TERRITORIES.search("", null, TODAY, 20))
                .hasSize(20)
                .first()
                .returns("France", Territory::name);
        assertThat(ids(TERRITORIES.search("s", Scheme.COMMUNE, TODAY, 1)))
                .containsExactly("commune:67482");
        assertThatThrownBy(() -> TERRITORIES.search("s", null, TODAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TERRITORIES.search("s", null, TODAY, 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
