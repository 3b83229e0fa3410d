package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.partner.PartnerId;

/** What a line, an id or an address may look like. */
class LineTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "p-", "P-x", "p-X", "p-é", "p-a b", "x-a", "p-a\n", "p-$ne", "m-a"})
    void refusesWhatIsNoPartnerId(String raw) {
        assertThat(PartnerId.parse(raw)).isEmpty();
    }

    @Test
    void limitsIdsToSixtyCharactersAfterThePrefix() {
        assertThat(MandateId.accepts("m-a")).isTrue();
        assertThat(MandateId.accepts("m-É")).isFalse();
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
    void refusesWhatIsNotOneCleanLine(String raw) {
        assertThat(Line.holds(raw, 200)).isFalse();
    }

    @Test
    void countsCharactersAsAReaderSeesThem() {
        assertThat(Line.holds("é".repeat(200), 200)).isTrue();
        assertThat(Line.holds("é".repeat(201), 200)).isFalse();
        assertThat(Line.holds("😀".repeat(200), 200)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a@", "@b.fr", "a@b", "a b@c.fr", "a@b..fr", "a@b.fr\n", "a@@b.fr"})
    void refusesWhatIsNoAddress(String raw) {
        assertThat(Person.isAddress(raw)).isFalse();
    }

    @Test
    void aPersonDoesNotPrintItself() {
        assertThat(new Person("Camille Exemple", "camille@exemple.fr").toString())
                .doesNotContain("amille");
    }
}
