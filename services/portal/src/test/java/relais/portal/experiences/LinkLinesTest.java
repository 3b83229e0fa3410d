package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.portal.api.ExperienceContent.Link;

class LinkLinesTest {

    @Test
    void oneALineWithOrWithoutWords() {
        assertThat(LinkLines.read("Le site\thttps://a.fr\r\n\n  https://b.fr  \nexemple.fr"))
                .containsExactly(
                        new Link("Le site", "https://a.fr"),
                        new Link(null, "https://b.fr"),
                        new Link(null, "exemple.fr"));
    }

    @Test
    void wordsWithoutAnAddressAreKeptAndAreNoAddress() {
        assertThat(LinkLines.read("Le site du projet"))
                .containsExactly(new Link("Le site du projet", null));
    }

    @Test
    void whatWasReadIsWrittenTheSame() {
        String typed = "Le site https://a.fr\nhttps://b.fr\nDes mots seuls";

        assertThat(LinkLines.read(typed))
                .extracting(LinkLines::write)
                .isEqualTo(typed.lines().toList());
    }
}
