package relais.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> KNOWN = List.of("Tablettes", "tableau", "école", "robots");

    @Test
    void replacesWhatIsNearAndKeepsTheRest() {
        assertThat(Spelling.nearest("tabletes", KNOWN)).isEqualTo("Tablettes");
        assertThat(Spelling.nearest("robot rural", KNOWN)).isEqualTo("robots rural");
    }

    @Test
    void isNoneWhereNothingIsNearer() {
        assertThat(Spelling.nearest("tablettes", KNOWN)).isNull();
        assertThat(Spelling.nearest("ECOLE", KNOWN)).isNull();
        assertThat(Spelling.nearest("xylophone", KNOWN)).isNull();
        assertThat(Spelling.nearest("ab", List.of("abc"))).isNull();
    }
}
