package relais.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryIdTest {

    @Test
    void isReadAndWrittenAsSchemeAndCode() {
        TerritoryId id = TerritoryId.parse("commune:2A004");

        assertThat(id).isEqualTo(new TerritoryId("commune", "2A004")).hasToString("commune:2A004");
        assertThat(id.kind()).isEqualTo(Scheme.COMMUNE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "commune",
                "commune:",
                ":45203",
                "commune: 45203",
                "commune:2a004",
                "commune:４５２０３",
                "canton:4501",
                "Commune:45203",
                "commune:45203:1",
                "commune:1234567890",
                "commune:{$ne:1}"
            })
    void refusesWhatIsMalformed(String text) {
        assertThat(TerritoryId.read(text)).isEmpty();
        assertThatThrownBy(() -> TerritoryId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
