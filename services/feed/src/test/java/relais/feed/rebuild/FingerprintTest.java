package relais.feed.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static String of(List<String> texts) {
        var print = new Fingerprint();
        texts.forEach(print::addText);
        return print.hex();
    }

    @Test
    void doesNotDependOnTheOrder() {
        assertThat(of(List.of("a", "b", "c"))).isEqualTo(of(List.of("c", "a", "b")));
    }

    @Test
    void tellsAnotherTextOneMoreAndOneTwice() {
        String print = of(List.of("a", "b"));

        assertThat(of(List.of("a", "c"))).isNotEqualTo(print);
        assertThat(of(List.of("a", "b", "c"))).isNotEqualTo(print);
        assertThat(of(List.of("a", "a", "b"))).isNotEqualTo(print);
        assertThat(of(List.of("ab"))).isNotEqualTo(print);
    }

    @Test
    void ofPartsIsOfTheWhole() {
        var whole = new Fingerprint();
        whole.add(of(List.of("a", "b")));
        whole.add(of(List.of("c")));

        assertThat(whole.hex()).isEqualTo(of(List.of("a", "b", "c")));
    }

    @Test
    void ofOneTextIsItsSha256() {
        assertThat(of(List.of("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(Fingerprint.of("abc"));
        assertThat(of(List.of())).isEqualTo("0".repeat(64));
    }
}
