package relais.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedTest {

    /** As a service answers. */
    public record Answered(String title, @Nullable String note, List<String> axes, int version) {}

    @Test
    void aFormBeginsWithWhatARecordHasUnderItsNames() {
        Typed typed =
                Typed.nothing()
                        .with(
                                new Answered("Titre", null, List.of("USES"), 3),
                                "title",
                                "axes",
                                "note");

        assertThat(typed.text("title")).isEqualTo("Titre");
        assertThat(typed.texts("axes")).containsExactly("USES");
        assertThat(typed.text("note")).isEmpty();
        assertThat(typed.fields()).doesNotContainKeys("version");
    }

    @Test
    void whatIsLeftEmptyIsSentAsNothingOrNotAtAll() {
        Typed typed = Typed.nothing().with("reason", " Trop tôt ").with("note", "  ");

        assertThat(typed.body("reason", "note"))
                .containsEntry("reason", "Trop tôt")
                .containsEntry("note", null);
        assertThat(typed.said("reason", "note")).containsOnlyKeys("reason");
    }
}
