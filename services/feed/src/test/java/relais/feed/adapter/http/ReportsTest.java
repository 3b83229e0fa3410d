package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.events.contributions.WorkingDayScheduled;
import relais.feed.projection.Committee;
import relais.feed.projection.Histories;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Filter;
import relais.feed.query.LogVector;
import relais.feed.query.Reader;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;
import relais.feed.query.Tally;
import relais.territories.Territories;
import relais.web.ProblemException;

class ReportsTest {

    private static final Territories TERRITORIES = Territories.load();
    private static final Instant NOW = Instant.parse("2015-10-10T12:00:00Z");

    private static WorkingDayCard day(String date) {
        return Committee.workingDay(
                Histories.event(
                        Committee.stamp("wd-" + date, 1),
                        new WorkingDayScheduled(
                                "", LocalDate.parse(date), "Paris", null, date, null)));
    }

    private static ReportView report(
            WorkingDayCard day, @Nullable Instant until, WorkingDayCard... others) {
        return report(day, null, until, others);
    }

    private static ReportView report(
            WorkingDayCard day,
            @Nullable WorkingDayCard since,
            @Nullable Instant until,
            WorkingDayCard... others) {
        var sentences = new Sentences();
        return new Reports(
                        new Nothing(),
                        new Days(List.of(others)),
                        new EntryViews(new NoCards(), TERRITORIES, sentences),
                        TERRITORIES,
                        sentences,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .report(day, since, until, Reader.PUBLIC, 20, Locale.FRENCH);
    }

    @Test
    void goesFromTheBeginningOfOneDayToTheBeginningOfTheNext() {
        ReportView report = report(day("2015-10-01"), null, day("2013-12-05"), day("2014-06-01"));

        assertThat(report.from()).isEqualTo(Instant.parse("2014-05-31T22:00:00Z"));
        assertThat(report.to()).isEqualTo(Instant.parse("2015-09-30T22:00:00Z"));
        assertThat(report.figures()).hasSize(6);
    }

    @Test
    void theFirstReportBeginsWithEverything() {
        ReportView report = report(day("2013-12-05"), null, day("2015-10-01"));

        assertThat(report.since()).isNull();
        assertThat(report.from()).isNull();
    }

    @Test
    void aDayToComeIsReportedUntilNowSinceTheLastThatWas() {
        ReportView report = report(day("2016-03-01"), null, day("2015-10-01"), day("2015-12-01"));

        assertThat(report.since()).extracting(ReportView.Day::theme).isEqualTo("2015-10-01");
        assertThat(report.to()).isEqualTo(NOW);
    }

    @Test
    void anotherEndMustComeAfterTheDayBefore() {
        Instant until = Instant.parse("2015-01-01T00:00:00Z");
        assertThat(report(day("2015-10-01"), until, day("2014-06-01")).to()).isEqualTo(until);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> report(day("2015-10-01"), until, day("2015-06-01")))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().violations().getFirst().field())
                                        .isEqualTo("until"));
    }

    @Test
    void goesBetweenAnyTwoWorkingDays() {
        ReportView report = report(day("2015-10-01"), day("2013-12-05"), null, day("2014-06-01"));

        assertThat(report.since()).extracting(ReportView.Day::theme).isEqualTo("2013-12-05");
        assertThat(report.from()).isEqualTo(Instant.parse("2013-12-04T23:00:00Z"));
    }

    @Test
    void theFirstOfTwoWorkingDaysMustBeTheEarlier() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> report(day("2013-12-05"), day("2015-10-01"), null))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().violations().getFirst().field())
                                        .isEqualTo("since"));
    }

    private record Days(List<WorkingDayCard> days) implements Agenda {

        @Override
        public Listing latest(Filter filter, Reader reader, int limit) {
            return new Listing(List.of(), 0);
        }

        @Override
        public Listing actions(
                String axis,
                Set<Status> statuses,
                @Nullable LocalDate dueBefore,
                @Nullable Instant asOf,
                int limit) {
            return new Listing(List.of(), 0);
        }

        @Override
        public Optional<StoredCard> workingDayBefore(LocalDate day) {
            return days.stream()
                    .filter(card -> card.meeting().date().isBefore(day))
                    .max(Comparator.comparing(card -> card.meeting().date()))
                    .map(card -> new StoredCard(card, null, false));
        }
    }

    private static final class Nothing implements Activities {

        @Override
        public List<StoredActivity> page(
                Filter filter, Reader reader, @Nullable String after, int limit) {
            return List.of();
        }

        @Override
        public List<StoredActivity> all(Collection<String> eventIds) {
            return List.of();
        }

        @Override
        public Tally count(Filter filter, Reader reader) {
            return new Tally();
        }

        @Override
        public List<StoredActivity> beyond(LogVector vector, int limit) {
            return List.of();
        }

        @Override
        public LogVector end() {
            return LogVector.NOTHING;
        }
    }
}
