package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SireneTest {

    @ParameterizedTest
    @ValueSource(strings = {"212500565", "356000000", "732829320"})
    void acceptsASirenWhoseLuhnKeyHolds(String siren) {
        assertThat(Sirene.isSiren(siren)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"212500566", "21250056", "2125005650", "21250056A", " 212500565", ""})
    void refusesASirenWithAWrongKeyLengthOrCharacter(String siren) {
        assertThat(Sirene.isSiren(siren)).isFalse();
    }

    @Test
    void refusesDigitsOfOtherAlphabets() {
        assertThat(Sirene.isSiren("٢١٢٥٠٠٥٦٥")).isFalse();
    }

    @Test
    void acceptsASiretWhoseLuhnKeyHoldsAndKnowsItsSiren() {
        assertThat(Sirene.isSiret("73282932000074")).isTrue();
        assertThat(Sirene.sirenOf("73282932000074")).isEqualTo("732829320");
    }

    @ParameterizedTest
    @ValueSource(strings = {"73282932000075", "7328293200007", "732829320000740", "73282932100074"})
    void refusesASiretWithAWrongKeyOrLength(String siret) {
        assertThat(Sirene.isSiret(siret)).isFalse();
    }

    @Test
    void acceptsTheHeadOfficeOfLaPosteByLuhn() {
        assertThat(Sirene.isSiret("35600000000048")).isTrue();
    }

    @Test
    void acceptsAnOfficeOfLaPosteWhoseDigitsSumToAMultipleOfFive() {
        // 3 + 5 + 6 + 0 + 0 + 0 + 0 + 1 = 15, and no Luhn key.
        assertThat(Sirene.isSiret("35600000000001")).isTrue();
        assertThat(Sirene.hasLuhnKey("35600000000001")).isFalse();
    }

    @Test
    void refusesAnOfficeOfLaPosteWithAnotherSumEvenIfItsLuhnKeyHolds() {
        assertThat(Sirene.hasLuhnKey("35600000000014")).isTrue();
        assertThat(Sirene.isSiret("35600000000014")).isFalse();
    }
}
