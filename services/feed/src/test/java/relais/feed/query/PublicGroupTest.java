package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicGroupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Élèves de CE2 et leurs familles;PUPILS,FAMILIES",
                "510 élèves et 45 personnels du collège;PUPILS,STAFF",
                "Collégiens et habitants du quartier;PUPILS,RESIDENTS",
                "Les élus et les agents de la commune;STAFF",
                "Enseignantes;TEACHERS",
                "Les conventions de la région;''"
            })
    void isFoundByTheWordsThatNameIt(String audience, String groups) {
        assertThat(PublicGroup.of(audience))
                .extracting(Enum::name)
                .containsExactly(groups.isEmpty() ? new String[0] : groups.split(","));
    }
}
