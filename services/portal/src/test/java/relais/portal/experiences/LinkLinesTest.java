package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.portal.api.ExperienceText;

class LinkLinesTest {

    @Test
    void oneALineWithOrWithoutWords() {
        assertThat(LinkLines.read("Le site\thttps://a.fr\r\n\n  https://b.fr  \nexemple.fr"))
                .containsExactly(
                        new ExperienceText.Link("Le site", "https://a.fr"),
                        new ExperienceText.Link(null, "https://b.fr"),
                        new ExperienceText.Link(null, "exemple.fr"));
    }

    @Test
    void wordsWithoutAnAddressAreKeptAndAreNoAddress() {
        assertThat(LinkLines.read("Le site du projet"))
                .containsExactly(new ExperienceText.Link("Le site du projet", null));
    }

    @Test
    void whatWasReadIsWrittenTheSame() {
        String typed = "Le site https://a.fr\nhttps://b.fr\nDes mots seuls";

        assertThat(LinkLines.write(LinkLines.read(typed))).isEqualTo(typed);
    }
}
