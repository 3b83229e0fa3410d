package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.portal.api.Card;

class LinkLinesTest {

    @Test
    void oneALineWithOrWithoutWords() {
        assertThat(LinkLines.read("Le site\thttps://a.fr\r\n\n  https://b.fr  \nexemple.fr"))
                .containsExactly(
                        new Card.Link("Le site", "https://a.fr"),
                        new Card.Link(null, "https://b.fr"),
                        new Card.Link(null, "exemple.fr"));
    }

    @Test
    void wordsWithoutAnAddressAreKeptAndAreNoAddress() {
        assertThat(LinkLines.read("Le site du projet"))
                .containsExactly(new Card.Link("Le site du projet", null));
    }

    @Test
    void whatWasReadIsWrittenTheSame() {
        String typed = "Le site https://a.fr\nhttps://b.fr\nDes mots seuls";

        assertThat(LinkLines.write(LinkLines.read(typed))).isEqualTo(typed);
    }
}
