package relais.portal.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.call.Refusal.Violation;
import relais.portal.form.Form;
import relais.portal.form.Typed;

class DecisionFieldsTest {

    private static final Typed TYPED =
            Typed.nothing()
                    .with("decisions[0].text", "")
                    .with("decisions[1].id", "d-1")
                    .with("decisions[1].text", "Se réunir deux fois par an.")
                    .with("decisions[1].action.territory", "")
                    .with("decisions[2].text", " ")
                    .with("decisions[3].text", "Raccorder les collèges.")
                    .with("decisions[3].action.title", "Raccorder")
                    .with("decisions[3].action.lead", "Loiret")
                    .withAll("decisions[3].action.axes", List.of("INFRASTRUCTURE"));

    @Test
    void whatIsLeftEmptyIsNotSent() {
        assertThat(decisions())
                .extracting(decision -> decision.get("text"))
                .containsExactly("Se réunir deux fois par an.", "Raccorder les collèges.");
        assertThat(decisions().getFirst()).containsEntry("id", "d-1").containsEntry("action", null);
    }

    @Test
    void aDecisionBecomesAnActionInTheWholeCountryUnlessAPlaceIsNamed() {
        assertThat(decisions().getLast().get("action"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("lead", "p-Loiret")
                .containsEntry("territory", "pays:FR")
                .containsEntry("axes", List.of("INFRASTRUCTURE"));
    }

    @Test
    void whatIsWrongStandsInThePlaceWhereItWasTyped() {
        Form refused =
                Form.after(
                        TYPED,
                        new Answer.Refused<>(
                                new Refusal(
                                        422,
                                        null,
                                        null,
                                        List.of(
                                                new Violation(
                                                        "decisions[1].action.dueOn",
                                                        "required",
                                                        "Une date."),
                                                new Violation("decisions", "too-many", "Trop.")),
                                        null,
                                        null)));

        Form shown = DecisionFields.besideTheirFields(TYPED, refused);

        assertThat(shown.error("decisions[3].action.dueOn")).isEqualTo("Une date.");
        assertThat(shown.error("decisions[1].action.dueOn")).isEmpty();
        assertThat(shown.violations()).extracting(Violation::field).contains("decisions");
    }

    @Test
    void placesAreCountedButNeverWithoutEnd() {
        assertThat(DecisionFields.count(TYPED)).isEqualTo(4);
        assertThat(DecisionFields.count(Typed.nothing().with("decisions[999].text", "x")))
                .isEqualTo(DecisionFields.MOST);
        assertThat(DecisionFields.count(Typed.nothing().with("decisions[9999].text", "x")))
                .isZero();
    }

    private static List<Map<String, @Nullable Object>> decisions() {
        return DecisionFields.read(
                TYPED,
                field -> {
                    String lead = TYPED.value(field);
                    return lead == null ? null : "p-" + lead;
                },
                TYPED::value);
    }
}
