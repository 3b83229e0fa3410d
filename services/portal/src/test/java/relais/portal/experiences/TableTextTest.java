package relais.portal.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class TableTextTest {

    @Test
    void accentsAreReadAsTheSpreadsheetWroteThem() {
        String text = "title;élève";

        assertThat(TableText.of(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(TableText.of(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(text);
        assertThat(TableText.of(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(text);
        assertThat(TableText.of(new byte[0])).isEmpty();
    }
}
