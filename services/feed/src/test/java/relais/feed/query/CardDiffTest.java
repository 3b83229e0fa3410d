package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.feed.projection.Histories.adopted;
import static relais.feed.projection.Histories.content;
import static relais.feed.projection.Histories.experience;
import static relais.feed.projection.Histories.published;
import static relais.feed.projection.Histories.stamp;
import static relais.feed.projection.Histories.submitted;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import relais.events.experiences.ExperienceRevised;
import relais.feed.projection.Committee;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Histories;
import relais.feed.query.WordDiff.Op;
import relais.feed.query.WordDiff.Run;

class CardDiffTest {

    private static ShownCard shown(ExperienceCard card) {
        return new ShownCard(card, null, false);
    }

    @Test
    void namesOnlyTheFieldsThatChanged() {
        var before = experience(submitted(), published(2));
        var after =
                experience(
                        submitted(),
                        published(2),
                        Histories.event(
                                stamp(3),
                                new ExperienceRevised(
                                        "", content("Besançon.clic et déclic"), null)));

        assertThat(CardDiff.between(shown(before), shown(after)))
                .containsExactly(
                        new CardDiff.Change(
                                "title",
                                List.of("Besançon.clic"),
                                List.of("Besançon.clic et déclic"),
                                false,
                                List.of(
                                        new Run(Op.EQUAL, "Besançon.clic"),
                                        new Run(Op.INSERT, " et déclic"))));
    }

    @Test
    void tellsListsValueByValue() {
        var before = experience(submitted(), published(2));
        var after = experience(submitted(), published(2), adopted(3));
        var change = CardDiff.between(shown(before), shown(after)).getFirst();

        assertThat(change.field()).isEqualTo("adoptions");
        assertThat(change.isList()).isTrue();
        assertThat(change.from()).isEmpty();
        assertThat(change.to()).hasSize(1);
    }

    @Test
    void goesBackwardsToo() {
        var before = experience(submitted(), published(2));
        var after = experience(submitted(), published(2), adopted(3));

        assertThat(CardDiff.between(shown(after), shown(before)).getFirst().to()).isEmpty();
        assertThat(CardDiff.between(shown(before), shown(before))).isEmpty();
    }

    @Test
    void theRunsAreTheWholeOfBothTexts() {
        String from = "L'école a reçu 12 tablettes, puis 30.";
        String to = "L'école a reçu  trente tablettes ; puis 30 !";
        List<Run> runs = WordDiff.ofTexts(from, to);

        assertThat(joined(runs, Op.INSERT)).isEqualTo(from);
        assertThat(joined(runs, Op.DELETE)).isEqualTo(to);
        assertThat(runs).contains(new Run(Op.DELETE, "12"));
    }

    @Test
    void whatGoesStandsBeforeWhatComesInOneRunEach() {
        assertThat(WordDiff.ofTexts("une classe mobile", "deux salles mobiles"))
                .containsSubsequence(
                        new Run(Op.DELETE, "une"),
                        new Run(Op.INSERT, "deux"),
                        new Run(Op.EQUAL, " "),
                        new Run(Op.DELETE, "classe"),
                        new Run(Op.INSERT, "salles"));
        String words = "a b c d e f g h";
        for (String other : List.of("b a d c", "x a y c z", "h g f e d c b a", "", "c c c a a")) {
            List<Run> runs = WordDiff.ofTexts(words, other);
            for (int i = 1; i < runs.size(); i++) {
                // Never two of the same, and never what goes after what comes.
                assertThat(runs.get(i).op()).isNotEqualTo(runs.get(i - 1).op());
                assertThat(runs.get(i - 1).op() == Op.INSERT && runs.get(i).op() == Op.DELETE)
                        .as(runs.toString())
                        .isFalse();
            }
            assertThat(joined(runs, Op.INSERT)).isEqualTo(words);
            assertThat(joined(runs, Op.DELETE)).isEqualTo(other);
        }
    }

    @Test
    void aVeryLongTextIsReplacedAsAWhole() {
        String from = "mot ".repeat(6_000);

        assertThat(WordDiff.ofTexts(from, "autre"))
                .containsExactly(new Run(Op.DELETE, from), new Run(Op.INSERT, "autre"));
    }

    @Test
    void comparesAContributionSectionBySectionAndWordByWord() {
        var before = Committee.contribution(Committee.opened(), Committee.drafted(2, "Un écran"));
        var after =
                Committee.contribution(
                        Committee.opened(),
                        Committee.drafted(2, "Un écran"),
                        Committee.drafted(3, "Deux écrans"));

        assertThat(
                        CardDiff.between(
                                new ShownCard(before, null, false),
                                new ShownCard(after, null, false)))
                .containsExactly(
                        new CardDiff.Change(
                                "sections.s-1.body",
                                List.of("Un écran"),
                                List.of("Deux écrans"),
                                false,
                                List.of(
                                        new Run(Op.DELETE, "Un"),
                                        new Run(Op.INSERT, "Deux"),
                                        new Run(Op.EQUAL, " "),
                                        new Run(Op.DELETE, "écran"),
                                        new Run(Op.INSERT, "écrans"))));
    }

    @Test
    void tellsEvidencePositionsAndMeasuresValueByValue() {
        var opened = Committee.contribution(Committee.opened());
        var adopted = Committee.contribution(Committee.adoption());
        var changes =
                CardDiff.between(
                        new ShownCard(opened, null, false), new ShownCard(adopted, null, false));

        assertThat(changes)
                .filteredOn(CardDiff.Change::isList)
                .extracting(CardDiff.Change::field)
                .containsExactly(
                        "axes", "sections", "evidence", "amendments", "signatories", "positions");
        assertThat(changes)
                .filteredOn(change -> change.field().equals("evidence"))
                .singleElement()
                .satisfies(change -> assertThat(change.to()).containsExactly("x-1:2 REVISED:3"));

        var set = Committee.objective(Committee.set(1, "100"));
        var measured =
                Committee.objective(
                        Committee.set(1, "100"), Committee.measured(2, "60.5000", "2017-01-01"));
        assertThat(
                        CardDiff.between(
                                        new ShownCard(set, null, false),
                                        new ShownCard(measured, null, false))
                                .getFirst()
                                .to())
                .containsExactly("2017-01-01 60.5");
    }

    @Test
    void aLongTextIsComparedLineByLineThenWordByWord() {
        String lines = "une ligne de quelques mots\n".repeat(1_500);
        String from = lines + "la fin\n" + lines;
        String to = lines + "le début\nla suite\n" + lines;
        List<Run> runs = WordDiff.ofTexts(from, to);

        assertThat(joined(runs, Op.INSERT)).isEqualTo(from);
        assertThat(joined(runs, Op.DELETE)).isEqualTo(to);
        assertThat(runs).contains(new Run(Op.DELETE, "fin"));
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).op()).isNotEqualTo(runs.get(i - 1).op());
        }
    }

    private static String joined(List<Run> runs, Op without) {
        return runs.stream()
                .filter(run -> run.op() != without)
                .map(Run::text)
                .collect(Collectors.joining());
    }
}
