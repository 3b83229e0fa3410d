package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SireneNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"212500565", "356000000", "732829320"})
    void acceptsASirenWhoseLuhnKeyHolds(String siren) {
        assertThat(Siren.accepts(siren)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"212500566", "21250056", "2125005650", "21250056A", " 212500565", ""})
    void refusesASirenWithAWrongKeyLengthOrCharacter(String siren) {
        assertThat(Siren.accepts(siren)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Siren(siren));
    }

    @Test
    void refusesDigitsOfOtherAlphabets() {
        assertThat(Siren.accepts("٢١٢٥٠٠٥٦٥")).isFalse();
    }

    @Test
    void acceptsASiretWhoseLuhnKeyHoldsAndKnowsItsSiren() {
        assertThat(new Siret("73282932000074").siren()).isEqualTo(new Siren("732829320"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "7328293200007", "732829320000740", "73282932100074"})
    void refusesASiretWithAWrongKeyOrLength(String siret) {
        assertThat(Siret.accepts(siret)).isFalse();
    }

    @Test
    void acceptsTheHeadOfficeOfLaPosteByLuhn() {
        assertThat(Siret.accepts("35600000000048")).isTrue();
    }

    @Test
    void acceptsAnOfficeOfLaPosteWhoseDigitsSumToAMultipleOfFive() {
        // 3 + 5 + 6 + 0 + 0 + 0 + 0 + 1 = 15, and no Luhn key.
        assertThat(Siret.accepts("35600000000001")).isTrue();
        assertThat(Luhn.holds("35600000000001")).isFalse();
    }

    @Test
    void refusesAnOfficeOfLaPosteWithAnotherSumEvenIfItsLuhnKeyHolds() {
        assertThat(Luhn.holds("35600000000014")).isTrue();
        assertThat(Siret.accepts("35600000000014")).isFalse();
    }
}
