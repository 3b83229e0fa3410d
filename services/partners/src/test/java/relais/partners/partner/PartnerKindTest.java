package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.territories.TerritoryId;

class PartnerKindTest {

    @ParameterizedTest
    @CsvSource({
        "MINISTRY, pays:FR, true",
        "NATIONAL_ASSOCIATION, pays:FR, true",
        "PUBLIC_BANK, pays:FR, true",
        "MINISTRY, region:53, false",
        "COMMUNE, commune:35238, true",
        "COMMUNE, epci:243500139, false",
        "EPCI, epci:243500139, true",
        "DEPARTEMENT, departement:35, true",
        "DEPARTEMENT, region:53, false",
        "REGION, region:53, true",
        "ACADEMIE, academie:14, true",
        "ACADEMIE, departement:35, false",
        "SCHOOL_NETWORK, academie:14, true",
        "SCHOOL_NETWORK, pays:FR, false",
        "OTHER, pays:FR, true",
        "OTHER, commune:35238, true",
    })
    void sitsOnTerritoriesOfItsOwnKind(PartnerKind kind, String territory, boolean fits) {
        assertThat(kind.sitsOn(TerritoryId.parse(territory).kind())).isEqualTo(fits);
    }
}
