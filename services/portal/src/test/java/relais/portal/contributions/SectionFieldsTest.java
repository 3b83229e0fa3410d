package relais.portal.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.portal.api.WorkingCopy;
import relais.portal.form.Typed;

class SectionFieldsTest {

    private static final Typed THREE =
            SectionFields.write(
                    Typed.nothing().with("title", "Socle"),
                    List.of(section("s-1", "A"), section("s-2", "B"), section(null, "C")));

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(headings(THREE)).containsExactly("A", "B", "C");
        assertThat(SectionFields.read(THREE).getFirst().id()).isEqualTo("s-1");
        assertThat(SectionFields.read(THREE).getLast().id()).isNull();
        assertThat(THREE.text("title")).isEqualTo("Socle");
    }

    @Test
    void moveUpAndDownWithTheirIds() {
        Typed moved = SectionFields.apply("up-1", THREE).typed();

        assertThat(headings(moved)).containsExactly("B", "A", "C");
        assertThat(moved.text("sections[0].id")).isEqualTo("s-2");
        assertThat(headings(SectionFields.apply("down-0", moved).typed()))
                .containsExactly("A", "B", "C");
    }

    @Test
    void stayWhereTheyAreAtTheEnds() {
        assertThat(headings(SectionFields.apply("up-0", THREE).typed()))
                .containsExactly("A", "B", "C");
        assertThat(headings(SectionFields.apply("down-2", THREE).typed()))
                .containsExactly("A", "B", "C");
        assertThat(headings(SectionFields.apply("down-119", THREE).typed()))
                .containsExactly("A", "B", "C");
    }

    @Test
    void areAddedWhereTheButtonStands() {
        SectionFields.EditedSections added = SectionFields.apply("add-1", THREE);

        assertThat(added.at()).isEqualTo(1);
        assertThat(headings(added.typed())).containsExactly("A", "", "B", "C");
    }

    @Test
    void comeBackAfterTheyWereRemoved() {
        SectionFields.EditedSections step = SectionFields.apply("remove-1", THREE);
        WorkingCopy.Section removed = step.removed();

        assertThat(headings(step.typed())).containsExactly("A", "C");
        assertThat(removed).isNotNull();
        Typed offered =
                step.typed()
                        .with("removed.at", step.at())
                        .with("removed.id", "s-2")
                        .with("removed.heading", "B")
                        .with("removed.body", "Texte de B");
        assertThat(SectionFields.read(SectionFields.apply("restore", offered).typed()).get(1))
                .isEqualTo(section("s-2", "B"));
    }

    @Test
    void doNothingForAnyOtherButton() {
        for (String button : List.of("publish", "remove-", "remove-9999", "up--1", "")) {
            assertThat(headings(SectionFields.apply(button, THREE).typed()))
                    .containsExactly("A", "B", "C");
        }
    }

    @Test
    void areNeverMoreThanTheServiceKeeps() {
        Typed far = Typed.nothing().with("sections[999].heading", "?");

        assertThat(SectionFields.count(far)).isEqualTo(SectionFields.MOST);
        assertThat(SectionFields.count(SectionFields.apply("add-1", far).typed()))
                .isEqualTo(SectionFields.MOST);
    }

    private static List<String> headings(Typed typed) {
        return SectionFields.read(typed).stream()
                .map(section -> section.heading() == null ? "" : section.heading())
                .toList();
    }

    private static WorkingCopy.Section section(@Nullable String id, String heading) {
        return new WorkingCopy.Section(id, heading, "Texte de " + heading);
    }
}
