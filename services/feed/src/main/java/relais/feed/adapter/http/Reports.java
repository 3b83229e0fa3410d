package relais.feed.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Figure;
import relais.feed.query.Filter;
import relais.feed.query.Moments;
import relais.feed.query.Reader;
import relais.feed.query.Tally;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;

/**
 * What happened between a working day and the one before it. A period begins as the day before
 * begins and ends as this day begins, so that every entry is in exactly one report: what happens
 * while the partners meet is news for the next time.
 */
@Component
record Reports(
        Activities activities,
        Agenda agenda,
        EntryViews views,
        Territories territories,
        Sentences sentences,
        Clock clock) {

    /**
     * The report.
     *
     * @param since the working day to begin with; null for the last one before
     * @param until before then; null for the beginning of the working day, or now if it is to come
     * @throws relais.web.ProblemException 400 naming {@code since} or {@code until} if the end is
     *     not after the beginning
     */
    ReportView report(
            WorkingDayCard day,
            @Nullable WorkingDayCard since,
            @Nullable Instant until,
            Reader reader,
            int limit,
            Locale locale) {
        Instant to = until == null ? end(day) : until;
        WorkingDayCard before = since == null ? lastBefore(day, until, to) : since;
        Instant from = before == null ? null : startOf(before.meeting().date());
        if (from != null && !from.isBefore(to)) {
            throw Problem.invalid(since == null ? "until" : "since", "not-after-last-working-day")
                    .exception();
        }
        Filter period = Filter.between(from, to);
        Tally tally = activities.count(period.ofTypes(Figure.allTypes()), reader);
        return new ReportView(
                day(day),
                before == null ? null : day(before),
                from,
                to,
                Arrays.stream(Figure.values())
                        .map(figure -> figure(figure, period, tally, reader, limit, locale))
                        .toList());
    }

    private @Nullable WorkingDayCard lastBefore(
            WorkingDayCard day, @Nullable Instant until, Instant to) {
        return agenda.workingDayBefore(until == null ? dayAfter(to) : day.meeting().date())
                .flatMap(stored -> stored.as(WorkingDayCard.class))
                .orElse(null);
    }

    private Instant end(WorkingDayCard day) {
        Instant start = startOf(day.meeting().date());
        Instant now = clock.instant();
        return start.isAfter(now) ? now : start;
    }

    /** Of two days to come the second has no other last day than the first: that which was. */
    private static LocalDate dayAfter(Instant end) {
        return Moments.dayOf(end.minusMillis(1)).plusDays(1);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Moments.PARIS).toInstant();
    }

    private static ReportView.Day day(WorkingDayCard card) {
        return new ReportView.Day(
                card.aggregateId(), card.meeting().date(), card.theme(), card.place());
    }

    private ReportView.FigureView figure(
            Figure figure, Filter period, Tally tally, Reader reader, int limit, Locale locale) {
        Filter filter = period.ofTypes(figure.types());
        long total = tally.of(figure.types());
        List<FeedEntry> items =
                total == 0
                        ? List.of()
                        : views.list(
                                activities.page(filter, reader, null, limit), reader, null, locale);
        List<ReportView.Part> axes =
                tally.byAxis(figure.types()).entrySet().stream()
                        .map(axis -> part(axis.getKey(), axis.getValue(), filter, locale))
                        .sorted(
                                Comparator.comparingInt(
                                        axis -> FilterReader.AXES.indexOf(axis.value())))
                        .toList();
        return new ReportView.FigureView(
                figure,
                total,
                axes,
                regions(tally.byRegion(figure.types()), filter),
                items,
                list(filter, null, null));
    }

    /** Of those of every vintage that an entry belongs to, those of the period's end. */
    private List<ReportView.Part> regions(Map<String, Long> counts, Filter filter) {
        Instant to = filter.to();
        LocalDate last = Moments.dayOf((to == null ? clock.instant() : to).minusMillis(1));
        var names = new Names(territories);
        return counts.entrySet().stream()
                .filter(
                        count ->
                                territories
                                        .find(TerritoryId.parse(count.getKey()))
                                        .filter(territory -> territory.validOn(last))
                                        .isPresent())
                .map(
                        count ->
                                new ReportView.Part(
                                        count.getKey(),
                                        names.territory(count.getKey()).name(),
                                        count.getValue(),
                                        // A feed is asked for as it was: a région of today may
                                        // be another tomorrow.
                                        list(filter, "territory", count.getKey())))
                .sorted(
                        Comparator.comparingLong(ReportView.Part::count)
                                .reversed()
                                .thenComparing(ReportView.Part::name))
                .toList();
    }

    private static String list(Filter filter, @Nullable String name, @Nullable String value) {
        var uri =
                UriComponentsBuilder.fromPath("/feed")
                        .queryParam(
                                "type",
                                String.join(",", filter.types().stream().sorted().toList()));
        Instant from = filter.from();
        if (from != null) {
            uri.queryParam("from", from);
        }
        Instant to = filter.to();
        if (to != null) {
            uri.queryParam("to", to);
        }
        if (name != null) {
            uri.queryParam(name, value);
            if (name.equals("territory") && to != null) {
                // A région is that of the period's end, which may be gone by now.
                uri.queryParam("asOf", to.minusMillis(1));
            }
        }
        return uri.build().toUriString();
    }

    private ReportView.Part part(String axis, long count, Filter filter, Locale locale) {
        String name = sentences.fill("axis." + axis, Map.of(), locale);
        return new ReportView.Part(axis, name, count, list(filter, "axis", axis));
    }
}
