package relais.portal.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.portal.api.Contribution;
import relais.portal.api.WorkingCopy;
import relais.portal.form.Typed;

class TextMovesTest {

    private static final Instant THEN = Instant.parse("2026-02-01T10:00:00Z");

    private final Contribution now =
            contribution(
                    new Contribution.Section("s-1", 1, "Usages", "Un poste par élève.", 7),
                    new Contribution.Section("s-2", 2, "Réseau", "Le Wi-Fi.", 3),
                    new Contribution.Section("s-4", 3, "Formation", "Trois jours.", 9));

    private final Typed mine =
            SectionFields.write(
                    Typed.nothing().with(TextForm.BASED_ON, 5),
                    List.of(
                            new WorkingCopy.Section("s-1", "Usages", "Deux postes par élève."),
                            new WorkingCopy.Section("s-2", "Réseau", "La fibre."),
                            new WorkingCopy.Section("s-3", "Budget", "À voir.")));

    @Test
    void areWhatOthersChangedAddedAndRemovedAndNothingElse() {
        assertThat(TextMoves.isBehind(now, mine)).isTrue();
        assertThat(TextMoves.of(now, mine))
                .extracting(TextMoves.Move::how, TextMoves.Move::heading)
                .containsExactly(
                        tuple("changed", "Usages"),
                        tuple("added", "Formation"),
                        tuple("removed", "Budget"));
    }

    @Test
    void areNotThereForATextBegunFromThePresentOne() {
        Typed fresh = mine.with(TextForm.BASED_ON, 9);

        assertThat(TextMoves.isBehind(now, fresh)).isFalse();
    }

    @Test
    void goingOnKeepsOwnWordsAndTakesInWhatWasAdded() {
        Typed further = TextMoves.goOn(now, mine);

        assertThat(TextMoves.isBehind(now, further)).isFalse();
        assertThat(SectionFields.read(further))
                .containsExactly(
                        new WorkingCopy.Section("s-1", "Usages", "Deux postes par élève."),
                        new WorkingCopy.Section("s-2", "Réseau", "La fibre."),
                        new WorkingCopy.Section(null, "Budget", "À voir."),
                        new WorkingCopy.Section("s-4", "Formation", "Trois jours."));
    }

    private static Contribution contribution(Contribution.Section... sections) {
        return new Contribution(
                "c-1",
                12,
                "DRAFTING",
                "FRAMEWORK",
                "Socle",
                null,
                List.of(),
                "p-amf",
                List.of("p-amf"),
                9L,
                List.of(sections),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                THEN,
                THEN);
    }
}
