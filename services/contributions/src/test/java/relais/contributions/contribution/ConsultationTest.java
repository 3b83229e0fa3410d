package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relais.contributions.contribution.Commands.consult;
import static relais.contributions.contribution.Commands.position;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.DEADLINE;
import static relais.contributions.contribution.Scene.MINISTRY;
import static relais.contributions.contribution.Scene.NOW;
import static relais.contributions.contribution.Scene.by;
import static relais.contributions.contribution.Scene.secretary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Decision;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Known;

class ConsultationTest {

    @ParameterizedTest
    @CsvSource({
        "2/3, 1, 1",
        "2/3, 2, 2",
        "2/3, 3, 2",
        "2/3, 4, 3",
        "2/3, 11, 8",
        "2/3, 12, 8",
        "1/2, 3, 2",
        "1/100, 3, 1",
        "1/1, 7, 7",
        "' 3/4 ', 8, 6"
    })
    void aQuorumIsRoundedUp(String fraction, int signatories, int needed) {
        assertThat(QuorumRule.parse(fraction).needed(signatories)).isEqualTo(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.66", "2/3/4", "0/3", "4/3", "-1/2", "1/0", "2 / 3", "1000/1000"})
    void aQuorumIsAFraction(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> QuorumRule.parse(text));
    }

    @Test
    void asksThoseWhoAreSignatoriesWhenItOpensInTheOrderOfTheirIds() {
        assertThat(Story.drafted().events(consult(), secretary()))
                .containsExactly(
                        new ContributionEvent.ConsultationOpened(
                                DEADLINE,
                                List.of(Scene.ADF.id(), AMF.id(), ARF.id(), MINISTRY.id()),
                                3,
                                null));
    }

    @Test
    void whoSignsLaterIsNotAsked() {
        Known fewer = new Known(Map.of(), Set.of(AMF.id()), Map.of(), Map.of());
        Story story = Story.drafted().then(consult(), Scene.with(fewer, secretary()));
        assertThat(story.refusals(position("CONSENT"), by(ARF)))
                .containsExactly("partner:not-consulted");
        assertThat(consultation(story).quorum()).isEqualTo(1);
    }

    @Test
    void theDeadlineIsKeptToTheMillisecondWhateverItsOffset() {
        Story story = Story.drafted().then(consult("2026-04-02T12:00:00.1239+02:00"), secretary());
        assertThat(consultation(story).deadline())
                .isEqualTo(Instant.parse("2026-04-02T10:00:00.123Z"));
    }

    @Test
    void lastsAtMostAYear() {
        assertThat(Story.drafted().refusals(consult("2027-03-02T10:00:00Z"), secretary()))
                .isEmpty();
    }

    @Test
    void aPositionMayChangeUntilTheDeadlineAndIsHeldOnce() {
        Story story =
                Story.consulted()
                        .then(position("OBJECTION"), by(ARF))
                        .then(position("CONSENT"), by(AMF))
                        .then(position("RESERVATION"), Scene.at(DEADLINE.minusMillis(1), by(ARF)));
        assertThat(consultation(story).positions())
                .containsExactly(
                        new Position(
                                ARF.id(),
                                PositionChoice.RESERVATION,
                                "parce que",
                                DEADLINE.minusMillis(1)),
                        new Position(AMF.id(), PositionChoice.CONSENT, null, NOW));
        assertThat(consultation(story).objections()).isEmpty();
        assertThat(consultation(story).silent()).containsExactly(Scene.ADF.id(), MINISTRY.id());
    }

    @Test
    void theSamePositionAgainChangesNothing() {
        Story story = Story.consulted().then(position("OBJECTION"), by(ARF));
        assertThat(story.decide(position("OBJECTION"), by(ARF)))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(
                        story.events(
                                new ContributionCommand.TakePosition("OBJECTION", "autre chose"),
                                by(ARF)))
                .hasSize(1);
    }

    @Test
    void anArchiveIsJudgedByItsOwnTime() {
        Instant past = Instant.parse("2020-01-10T09:00:00Z");
        Story story =
                new Story()
                        .then(Commands.open(), Scene.archived(past, by(AMF)))
                        .then(Commands.draft(), Scene.archived(past, by(AMF)))
                        .then(consult("2020-02-10T09:00:00Z"), Scene.archived(past, secretary()));
        Scene.SIGNATORIES.forEach(
                signatory -> story.then(position("CONSENT"), Scene.archived(past, by(signatory))));
        ContributionCommand adopt = new ContributionCommand.Adopt(null);
        assertThat(story.refusals(position("OBJECTION"), by(ARF)))
                .containsExactly("deadline:deadline-passed");
        assertThat(story.refusals(adopt, Scene.archived(past.plusSeconds(9), secretary())))
                .containsExactly("deadline:deadline-not-reached");
        story.then(adopt, Scene.archived(Instant.parse("2020-02-10T23:30:00Z"), secretary()));
        assertThat(story.contribution().adoptedOn()).isEqualTo("2020-02-11");
    }

    @Test
    void knowsWhoWasAsked() {
        Consultation consultation = consultation(Story.consulted());
        assertThat(consultation.asks(AMF.id())).isTrue();
        assertThat(consultation.asks(new PartnerId("p-town"))).isFalse();
        assertThat(consultation.asks(null)).isFalse();
    }

    private static Consultation consultation(Story story) {
        return Objects.requireNonNull(story.contribution().consultation());
    }
}
