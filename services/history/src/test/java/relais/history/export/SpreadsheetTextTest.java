package relais.history.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+33 1 23", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldComputeIsAText(String formula) {
        assertThat(SpreadsheetText.of(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ville de Besançon", "1-2", "x=1", " =1", "'=1"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }
}
