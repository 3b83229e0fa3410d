package relais.contributions;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves something only if it finds what is there. */
class ErasureTracesTest {

    private static final String TEXT = "Appelez Élodie Quénéhervé, à l’école Jean-Zay";
    private static final ErasureTraces TRACES = new ErasureTraces(TEXT);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17})
    void aPieceIsFoundWhateverItsPlaceAndEncoding(int offset) {
        String piece = "x".repeat(offset) + TEXT.substring(5, 30) + "yz";
        byte[] utf8 = piece.getBytes(UTF_8);
        assertThat(TRACES.in(utf8)).isPresent();
        assertThat(TRACES.in(piece.getBytes(UTF_16BE))).isPresent();
        assertThat(TRACES.in(piece.getBytes(UTF_16LE))).isPresent();
        assertThat(TRACES.in(Base64.getEncoder().encode(utf8))).isPresent();
        assertThat(TRACES.in(Base64.getUrlEncoder().encode(utf8))).isPresent();
        assertThat(TRACES.in(Base64.getEncoder().encode(piece.getBytes(UTF_16LE)))).isPresent();
        assertThat(TRACES.in(HexFormat.of().formatHex(utf8).getBytes(UTF_8))).isPresent();
        assertThat(TRACES.in(URLEncoder.encode(piece, UTF_8).getBytes(UTF_8))).isPresent();
    }

    @Test
    void aPieceThatJsonEscapesIsFound() {
        String escaped = TEXT.replace("É", "\\u00c9").replace("é", "\\u00e9");
        assertThat(TRACES.in(escaped.getBytes(UTF_8))).isPresent();
    }

    @Test
    void otherTextsAreNotFound() {
        assertThat(TRACES.in("Appelez Él".getBytes(UTF_8))).isEmpty();
        assertThat(TRACES.in(new byte[100_000])).isEmpty();
    }
}
