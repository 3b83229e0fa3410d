package relais.contributions.workingday;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.action.ActionId;
import relais.contributions.action.ActionPlan;

/** What no working day outgrows. */
public final class Largest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ID = "z".repeat(50);

    /** Of four bytes: there are none longer. */
    private static final String LETTER = "\uD835\uDD38";

    private Largest() {}

    public static WorkingDay workingDay() {
        return new WorkingDay(
                new WorkingDayId("wd-" + ID),
                new PartnerId("p-" + ID),
                new Meeting(
                        LocalDate.EPOCH,
                        LETTER.repeat(200),
                        new TerritoryCode("commune:25056"),
                        LETTER.repeat(200),
                        LETTER.repeat(5_000)),
                many(
                        WorkingDayRules.MAX_ITEMS,
                        i ->
                                new AgendaItem(
                                        new AgendaItemId("ai-" + ID + i),
                                        new PartnerId("p-" + ID),
                                        LETTER.repeat(200),
                                        "x-" + ID,
                                        Long.MAX_VALUE,
                                        LETTER.repeat(2_000))),
                minutes(),
                WorkingDayStatus.HELD,
                LETTER.repeat(2_000),
                AT);
    }

    private static Minutes minutes() {
        int letters = Math.toIntExact(MinutesSize.MAX / LETTER.getBytes(UTF_8).length);
        int decided = letters / 2 / MinutesRules.MAX_DECISIONS / 2;
        return new Minutes(
                LETTER.repeat(letters / 2),
                many(MinutesRules.MAX_ATTENDING, i -> new PartnerId("p-" + ID + i)),
                many(
                        MinutesRules.MAX_DECISIONS,
                        i ->
                                new MeetingDecision(
                                        DecisionId.numbered(i + 1),
                                        LETTER.repeat(decided),
                                        new ActionId("ac-" + ID + i),
                                        plan(decided))),
                LETTER.repeat(2_000),
                AT,
                AT,
                Integer.MAX_VALUE);
    }

    private static ActionPlan plan(int length) {
        return new ActionPlan(
                LETTER.repeat(100),
                LETTER.repeat(length - 100),
                new PartnerId("p-" + ID),
                List.of(),
                new TerritoryCode("commune:25056"),
                List.of(Axis.values()),
                LocalDate.EPOCH,
                List.of(),
                null,
                List.of());
    }

    private static <T> List<T> many(int count, IntFunction<T> one) {
        return IntStream.range(0, count).mapToObj(one).toList();
    }
}
