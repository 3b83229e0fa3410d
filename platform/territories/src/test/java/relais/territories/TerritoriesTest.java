package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.territories.Vintage.END_OF_2015;
import static relais.territories.Vintage.START_OF_2016;
import static relais.territories.Vintage.TERRITORIES;
import static relais.territories.Vintage.TODAY;
import static relais.territories.Vintage.ids;
import static relais.territories.Vintage.reach;
import static relais.territories.Vintage.territory;
import static relais.territories.Vintage.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference holds, and since when. */
class TerritoriesTest {
    @ParameterizedTest
    @CsvSource({
        "commune:45203, Meung-sur-Loire",
        "commune:2A004, Ajaccio",
        "commune:01001, L'Abergement-Clémenciat",
        "commune:75056, Paris",
        "epci:242504447, CC du Doubs Baumois",
        "epci:200057867, Plaine Commune",
        "departement:01, Ain",
        "departement:2A, Corse-du-Sud",
        "departement:971, Guadeloupe",
        "region:04, La Réunion",
        "region:44, Grand Est",
        "region:73, Midi-Pyrénées",
        "academie:18, Orléans-Tours",
        "academie:43, Mayotte",
        "pays:FR, France",
    })
    void findsATerritoryOfEachScheme(String id, String name) {
        assertThat(TERRITORIES.find(TerritoryId.parse(id))).map(Territory::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commune:00000",
                "commune:ZZZZZ",
                "commune:1001",
                "commune:045203",
                "epci:000000000",
                "epci:2425",
                "epci:ABCDEFGHI",
                "departement:1",
                "departement:00",
                "region:99",
                "academie:99",
                "pays:BE"
            })
    void findsNothingForACodeThatDoesNotExist(String id) {
        assertThat(TERRITORIES.find(TerritoryId.parse(id))).isEmpty();
        assertThat(ids(TERRITORIES.ancestors(TerritoryId.parse(id), TODAY))).isEmpty();
        assertThat(within(id, id, TODAY)).isFalse();
    }

    @Test
    void holdsTheWholeVintage() {
        assertThat(TERRITORIES.vintage()).isEqualTo("2026");
        assertThat(TERRITORIES.all(Scheme.COMMUNE, TODAY))
                .filteredOn(commune -> commune.nature() == Nature.COMMUNE)
                .hasSize(34_969);
        assertThat(TERRITORIES.all(Scheme.EPCI, TODAY)).hasSize(1_255 + 11);
        assertThat(TERRITORIES.all(Scheme.DEPARTEMENT, TODAY)).hasSize(109);
        assertThat(TERRITORIES.all(Scheme.REGION, TODAY)).hasSize(26);
        assertThat(TERRITORIES.all(Scheme.ACADEMIE, TODAY)).hasSize(30);
        assertThat(TERRITORIES.all(Scheme.PAYS, TODAY)).hasSize(1);
    }

    @Test
    void findsEveryTerritoryUnderItsOwnId() {
        for (Scheme scheme : Scheme.values()) {
            assertThat(TERRITORIES.all(scheme, TODAY))
                    .allSatisfy(
                            territory ->
                                    assertThat(TERRITORIES.find(territory.id()))
                                            .contains(territory));
        }
    }

    @Test
    void hadTwentyTwoMetropolitanRegionsIn2015() {
        assertThat(TERRITORIES.all(Scheme.REGION, END_OF_2015))
                .filteredOn(region -> region.nature() == Nature.METROPOLITAN)
                .hasSize(22)
                .extracting(Territory::name)
                .contains("Midi-Pyrénées", "Bretagne")
                .doesNotContain("Occitanie", "Grand Est");
    }

    @Test
    void knowsPopulationAndSiren() {
        Territory besancon = territory("commune:25056");
        assertThat(besancon.population()).isEqualTo(118_489);
        assertThat(besancon.siren()).isEqualTo("212500565");
        assertThat(territory("epci:242504447").siren()).isEqualTo("242504447");
        assertThat(territory("pays:FR").population()).isBetween(65_000_000, 72_000_000);
    }

    @Test
    void endsMidiPyreneesOnTheDayThatOccitanieBegins() {
        Territory midiPyrenees = territory("region:73");
        Territory occitanie = territory("region:76");

        assertThat(midiPyrenees.validOn(END_OF_2015)).isTrue();
        assertThat(midiPyrenees.validOn(START_OF_2016)).isFalse();
        assertThat(occitanie.validOn(END_OF_2015)).isFalse();
        assertThat(occitanie.validOn(START_OF_2016)).isTrue();
        assertThat(ids(TERRITORIES.successors(midiPyrenees.id()))).containsExactly("region:76");
        assertThat(ids(TERRITORIES.predecessors(occitanie.id())))
                .containsExactly("region:73", "region:91");
    }

    @Test
    void keepsARegionThatDidNotChangeIn2016() {
        Territory bretagne = territory("region:53");

        assertThat(bretagne.validOn(LocalDate.of(2001, 1, 1))).isTrue();
        assertThat(TERRITORIES.successors(bretagne.id())).isEmpty();
        assertThat(TERRITORIES.predecessors(bretagne.id())).isEmpty();
        assertThat(reach("commune:35238")).doesNotHaveDuplicates().contains("region:53");
    }

    @Test
    void aMergedCommuneLivesOnInItsSuccessor() {
        // Tourlaville became a part of Cherbourg-en-Cotentin.
        Territory tourlaville = territory("commune:50602");

        assertThat(tourlaville.nature()).isEqualTo(Nature.COMMUNE_DELEGUEE);
        assertThat(tourlaville.validOn(TODAY)).isFalse();
        assertThat(ids(TERRITORIES.successors(tourlaville.id()))).containsExactly("commune:50129");
        assertThat(ids(TERRITORIES.predecessors(TerritoryId.parse("commune:50129"))))
                .contains("commune:50602");
        assertThat(reach("commune:50602"))
                .containsExactlyInAnyOrder(
                        "commune:50602",
                        "commune:50129",
                        "epci:200067205",
                        "departement:50",
                        "academie:70",
                        "region:28",
                        "region:25",
                        "pays:FR");
        assertThat(reach("commune:50129")).doesNotContain("commune:50602");
        assertThat(within("commune:50602", "commune:50129", TODAY)).isTrue();
        assertThat(within("commune:50602", "commune:50129", LocalDate.of(2010, 1, 1))).isFalse();
    }

    @Test
    void aCommuneKnownByItsFormerCodeOnlyHasASuccessorAndNoName() {
        Territory saintRambert = territory("commune:69232");

        assertThat(saintRambert.name()).isEmpty();
        assertThat(ids(TERRITORIES.successors(saintRambert.id()))).containsExactly("commune:69123");
    }
}
