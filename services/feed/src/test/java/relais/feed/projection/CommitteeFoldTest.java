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
                new ObjectiveEvent.ObjectiveMeasured(
                        new Stamp(
                                OBJECTIVE,
                                3,
                                first.stamp().time(),
                                first.stamp().partner(),
                                "correlation-3",
                                false,
                                first.stamp().log()),
                        new BigDecimal("61"),
                        first.measuredOn(),
                        null,
                        null);

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
        var withdrawn = new ObjectiveEvent.ObjectiveWithdrawn(stamp(OBJECTIVE, 2), "atteint");
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

        var completed = new ActionEvent.ActionCompleted(stamp(ACTION, 3), due, "fait");
        ActionCard done = action(planned(), progressed(2, 30), completed);
        assertThat(done.isLate(due.plusDays(1))).isFalse();
        assertThat(done.percent()).isEqualTo(100);
        var abandoned = new ActionEvent.ActionAbandoned(stamp(ACTION, 2), "faute de moyens");
        assertThat(action(planned(), abandoned).isLate(due.plusDays(1))).isFalse();
    }

    @Test
    void aWorkingDayIsHeldOnceItsMinutesAreThere() {
        WorkingDayCard card = workingDay(scheduled(), item(2), minutes(3));

        assertThat(card.status()).isEqualTo(Status.HELD);
        assertThat(card.agenda()).hasSize(1);
        assertThat(card.minutes()).isNotNull();
        var removed = new WorkingDayEvent.AgendaItemRemoved(stamp(WORKING_DAY, 3), "ai-1", null);
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
        Card once = Histories.after(new FeedEvent.AuthorKeyErased(stamp("k-m-1", 1)));
        Card twice =
                Histories.after(
                        new FeedEvent.AuthorKeyErased(stamp("k-m-1", 1)),
                        new FeedEvent.AuthorKeyErased(stamp("k-m-1", 2)));

        assertThat(once).isInstanceOf(BlankCard.class);
        assertThat(twice.version()).isEqualTo(2);
        assertThat(twice.visibility()).isEqualTo(Visibility.NONE);
        assertThat(ActivityFold.activity(once, new FeedEvent.AuthorKeyErased(stamp("k-m-1", 1))))
                .isEmpty();
    }

    @Test
    void whatHappensToOneKindCannotHappenToAnother() {
        var elsewhere = new ActionEvent.ActionProgressed(stamp(OBJECTIVE, 2), 10, "rien");
        assertThatIllegalStateException().isThrownBy(() -> objective(set(1, "1"), elsewhere));
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                objective(
                                        set(1, "1"),
                                        new FeedEvent.AuthorKeyErased(stamp(OBJECTIVE, 2))));
    }
}
