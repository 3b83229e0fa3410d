package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorsTest {

    @Test
    void givesBackItsParts() {
        assertThat(Cursors.decode(Cursors.encode("2015-10-01T09:00:00Z", "x-é|\u0000", ""), 3))
                .containsExactly("2015-10-01T09:00:00Z", "x-é|\u0000", "");
    }

    @Test
    void fitsIntoAnAddressAsItIs() {
        assertThat(Cursors.encode("ÿÿÿ", "???", ">>>")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = Cursors.encode("a", "b");

        assertThatThrownBy(() -> Cursors.decode(cursor, 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursors.decode(cursor, 3)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesACursorWithAnyByteChangedOrCut() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursors.encode("2015-10-01", "x-1"));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refuses(encoder.encodeToString(changed));
            refuses(encoder.encodeToString(Arrays.copyOf(bytes, i)));
        }
    }

    @Test
    void refusesGarbageWithoutEverFailing() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] garbage = new byte[random.nextInt(80)];
            random.nextBytes(garbage);
            refuses(Base64.getUrlEncoder().encodeToString(garbage));
        }
        refuses("");
        refuses("é");
        refuses("a".repeat(100_000));
    }

    private static void refuses(String cursor) {
        assertThatThrownBy(() -> Cursors.decode(cursor, 2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(Problem.invalid("cursor", "cursor")));
    }
}
