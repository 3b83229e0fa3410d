package relais.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aNumberIsReadAsPeopleWriteIt() {
        assertThat(Figures.number("63,2")).isEqualTo(new BigDecimal("63.2"));
        assertThat(Figures.number("1\u00a0250,5")).isEqualTo(new BigDecimal("1250.5"));
        assertThat(Figures.number("-4")).isEqualTo(new BigDecimal("-4"));
        assertThat(Figures.number(null)).isNull();
    }

    @Test
    void whatIsNoNumberGoesOnAsItIs() {
        assertThat(Figures.number("cent")).isEqualTo("cent");
        assertThat(Figures.number("1e999999999")).isEqualTo("1e999999999");
        assertThat(Figures.number("1,2,3")).isEqualTo("1,2,3");
    }

    @Test
    void aFormShowsTheCommaOfItsLanguage() {
        assertThat(Figures.typed(new BigDecimal("63.20"), true)).isEqualTo("63,2");
        assertThat(Figures.typed(new BigDecimal("63.20"), false)).isEqualTo("63.2");
        assertThat(Figures.typed(new BigDecimal("1E+3"), true)).isEqualTo("1000");
        assertThat(Figures.typed(null, true)).isNull();
    }
}
