package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoriesTest {

    private static final Territories TERRITORIES = Territories.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate END_OF_2015 = LocalDate.of(2015, 12, 31);
    private static final LocalDate START_OF_2016 = LocalDate.of(2016, 1, 1);

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

    @Test
    void anUnknownTerritoryReachesItselfAndFrance() {
        assertThat(reach("commune:99999")).containsExactly("commune:99999", "pays:FR");
    }

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
    })
    void searchesByTheBeginningOfANameWithoutAccents(String typed, String first) {
        Scheme scheme = TerritoryId.parse(first).kind();

        assertThat(ids(TERRITORIES.search(typed, scheme, TODAY, 5))).first().isEqualTo(first);
    }

    @Test
    void searchesInAllSchemesAtOnce() {
        assertThat(ids(TERRITORIES.search("orleans", null, TODAY, 4)))
                .containsExactly("academie:18", "epci:244500468", "commune:45234");
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
                .extracting(commune -> commune.population() == null ? -1 : commune.population())
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
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

    private static Territory territory(String id) {
        return TERRITORIES.find(TerritoryId.parse(id)).orElseThrow();
    }

    private static List<String> ancestors(String id, LocalDate day) {
        return ids(TERRITORIES.ancestors(TerritoryId.parse(id), day));
    }

    private static List<String> reach(String id) {
        return List.copyOf(TERRITORIES.reach(TerritoryId.parse(id)));
    }

    private static boolean within(String inner, String outer, LocalDate day) {
        return TERRITORIES.isWithin(TerritoryId.parse(inner), TerritoryId.parse(outer), day);
    }

    private static List<String> ids(List<Territory> territories) {
        return territories.stream().map(territory -> territory.id().toString()).toList();
    }
}
