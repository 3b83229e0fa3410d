package relais.partners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "p-", "P-x", "p-X", "p-é", "p-a b", "x-a", "p-a\n", "p-$ne", "m-a"})
    void refusesWhatIsNoPartnerId(String raw) {
        assertThat(PartnerId.accepts(raw)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnerId(raw));
    }

    @Test
    void limitsIdsToSixtyCharactersAfterThePrefix() {
        assertThat(PartnerId.accepts("p-" + "a".repeat(60))).isTrue();
        assertThat(PartnerId.accepts("p-" + "a".repeat(61))).isFalse();
        assertThat(MandateId.accepts("m-" + "a".repeat(60))).isTrue();
        assertThat(MandateId.accepts("m-" + "a".repeat(61))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Loiret",
                "Loiret ",
                "Loi\nret",
                "Loi\u0000ret",
                "\u00a0",
                "\u200b",
                "Loi\u202eret",
                "Loi\u2028ret",
                "Loi\ud800ret"
            })
    void refusesANameThatIsNotOneCleanLine(String raw) {
        assertThat(PartnerName.accepts(raw)).isFalse();
    }

    @Test
    void limitsANameToTwoHundredCharacters() {
        assertThat(PartnerName.accepts("é".repeat(200))).isTrue();
        assertThat(PartnerName.accepts("é".repeat(201))).isFalse();
        assertThat(PartnerName.accepts("😀".repeat(200))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a@", "@b.fr", "a@b", "a b@c.fr", "a@b..fr", "a@b.fr\n", "a@@b.fr"})
    void refusesWhatIsNoAddress(String raw) {
        assertThat(Person.acceptsEmail(raw)).isFalse();
    }

    @Test
    void aPersonDoesNotPrintItself() {
        assertThat(new Person("Camille Exemple", "camille@exemple.fr").toString())
                .doesNotContain("laude");
    }
}
