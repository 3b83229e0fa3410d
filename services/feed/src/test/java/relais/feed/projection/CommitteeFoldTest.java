package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static relais.feed.projection.Committee.ACTION;
import static relais.feed.projection.Committee.OBJECTIVE;
import static relais.feed.projection.Committee.WORKING_DAY;
import static relais.feed.projection.Committee.action;
import static relais.feed.projection.Committee.item;
import static relais.feed.projection.Committee.measured;
import static relais.feed.projection.Committee.message;
import static relais.feed.projection.Committee.minutes;
import static relais.feed.projection.Committee.objective;
import static relais.feed.projection.Committee.planned;
import static relais.feed.projection.Committee.posted;
import static relais.feed.projection.Committee.progressed;
import static relais.feed.projection.Committee.redacted;
import static relais.feed.projection.Committee.scheduled;
import static relais.feed.projection.Committee.set;
import static relais.feed.projection.Committee.stamp;
import static relais.feed.projection.Committee.workingDay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveWithdrawn;

/** Objectives, actions, working days and messages. */
class CommitteeFoldTest {

    @Test
    void theLatestMeasureIsThatOfTheLatestDayWhateverCameLast() {
        ObjectiveCard card =
                objective(
                        set(1, "100"),
                        measured(2, "60", "2017-01-01"),
                        measured(3, "40", "2016-01-01"));

        assertThat(card.latestMeasure().orElseThrow().value()).isEqualTo(new BigDecimal("60"));
        assertThat(card.percent()).contains(BigInteger.valueOf(50));
        assertThat(card.measures()).hasSize(2);
        assertThat(objective(set(1, "100")).percent()).isEmpty();
    }

    /** As the service that decides on objectives reads them. */
    @Test
    void ofTwoMeasuresOfOneDayTheOneReportedLastHoldsEvenIfBothCameAtOneInstant() {
        var first = measured(2, "60", "2017-01-01");
        var corrected =
                Histories.event(
                        new Stamp(
                                OBJECTIVE,
                                3,
                                first.stamp().time(),
                                first.stamp().partner(),
                                "correlation-3",
                                false,
                                first.stamp().log()),
                        new ObjectiveMeasured(
                                "",
                                new BigDecimal("61"),
                                LocalDate.parse("2017-01-01"),
                                null,
                                null));

        assertThat(objective(set(1, "100"), first, corrected).latestMeasure())
                .map(ObjectiveCard.Measure::value)
                .contains(new BigDecimal("61"));
    }

    /** The figures that the contributions service is held to as well. */
    @ParameterizedTest
    @CsvSource({"100, 40, 25", "100, 99.99, 99", "100, 10, -13"})
    void progressIsRoundedDown(String target, String value, String percent) {
        assertThat(objective(set(1, target), measured(2, value, "2017-01-01")).percent())
                .contains(new BigInteger(percent));
    }

    @Test
    void aRevisedObjectiveKeepsItsMeasures() {
        ObjectiveCard card =
                objective(set(1, "100"), measured(2, "60", "2017-01-01"), set(3, "80"));

        assertThat(card.aim().target()).isEqualTo(new BigDecimal("80"));
        assertThat(card.percent()).contains(BigInteger.valueOf(66));
        assertThat(card.status()).isEqualTo(Status.OPEN);
        var withdrawn = Histories.event(stamp(OBJECTIVE, 2), new ObjectiveWithdrawn("", "atteint"));
        assertThat(objective(set(1, "100"), withdrawn).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void anActionIsUnderWayFromItsFirstReport() {
        assertThat(action(planned()).status()).isEqualTo(Status.PLANNED);
        ActionCard underWay = action(planned(), progressed(2, 30), progressed(3, 20));
        assertThat(underWay.status()).isEqualTo(Status.UNDER_WAY);
        assertThat(underWay.percent()).isEqualTo(20);
        assertThat(underWay.partner()).isEqualTo(Committee.REGION);
    }

    @Test
    void anActionIsLateTheDayAfterItWasDueUnlessItEnded() {
        LocalDate due = LocalDate.parse("2016-06-30");
        ActionCard underWay = action(planned(), progressed(2, 30));
        assertThat(underWay.isLate(due)).isFalse();
        assertThat(underWay.isLate(due.plusDays(1))).isTrue();

        var completed = Histories.event(stamp(ACTION, 3), new ActionCompleted("", due, "fait"));
        ActionCard done = action(planned(), progressed(2, 30), completed);
        assertThat(done.isLate(due.plusDays(1))).isFalse();
        assertThat(done.percent()).isEqualTo(100);
        var abandoned =
                Histories.event(stamp(ACTION, 2), new ActionAbandoned("", "faute de moyens"));
        assertThat(action(planned(), abandoned).isLate(due.plusDays(1))).isFalse();
    }

    @Test
    void aWorkingDayIsHeldOnceItsMinutesAreThere() {
        WorkingDayCard card = workingDay(scheduled(), item(2), minutes(3));

        assertThat(card.status()).isEqualTo(Status.HELD);
        assertThat(card.agenda()).hasSize(1);
        assertThat(card.minutes()).isNotNull();
        var removed =
                Histories.event(stamp(WORKING_DAY, 3), new AgendaItemRemoved("", "ai-1", null));
        assertThat(workingDay(scheduled(), item(2), removed).agenda()).isEmpty();
        assertThat(workingDay(scheduled()).territory()).isEqualTo("commune:69123");
    }

    @Test
    void aRedactedMessageSaysByWhomAndWhy() {
        MessageCard card = message(posted(), redacted(2));

        assertThat(card.status()).isEqualTo(Status.REDACTED);
        assertThat(card.redaction())
                .isEqualTo(
                        new MessageCard.Redacted(
                                "COMMITTEE", stamp("msg-1", 2).time(), "hors sujet"));
    }

    @Test
    void anErasedKeyIsOnlyCounted() {
        Card once =
                Histories.after(Histories.event(stamp("k-m-1", 1), new AuthorKeyErased("", "k-1")));
        Card twice =
                Histories.after(
                        Histories.event(stamp("k-m-1", 1), new AuthorKeyErased("", "k-1")),
                        Histories.event(stamp("k-m-1", 2), new AuthorKeyErased("", "k-1")));

        assertThat(once).isInstanceOf(BlankCard.class);
        assertThat(twice.version()).isEqualTo(2);
        assertThat(twice.visibility()).isEqualTo(Visibility.NONE);
        assertThat(
                        ActivityFold.activity(
                                once,
                                Histories.event(stamp("k-m-1", 1), new AuthorKeyErased("", "k-1"))))
                .isEmpty();
    }

    @Test
    void whatHappensToOneKindCannotHappenToAnother() {
        var elsewhere = Histories.event(stamp(OBJECTIVE, 2), new ActionProgressed("", 10, "rien"));
        assertThatIllegalStateException().isThrownBy(() -> objective(set(1, "1"), elsewhere));
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                objective(
                                        set(1, "1"),
                                        Histories.event(
                                                stamp(OBJECTIVE, 2),
                                                new AuthorKeyErased("", "k-1"))));
    }
}
