package relais.contributions.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.objective.ObjectiveId;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;

/** What no action outgrows. */
public final class Largest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ID = "z".repeat(50);

    /** Of four bytes: there are none longer. */
    private static final String LETTER = "\uD835\uDD38";

    private Largest() {}

    public static Action action() {
        return new Action(
                new ActionId("ac-" + ID),
                new TerritoryCode("commune:25056"),
                new ActionPlan(
                        LETTER.repeat(100),
                        LETTER.repeat(5_000),
                        new PartnerId("p-" + ID),
                        many(PlanRules.MAX_PARTNERS, i -> new PartnerId("p-" + ID + i)),
                        new TerritoryCode("commune:25056"),
                        List.of(Axis.values()),
                        LocalDate.EPOCH,
                        many(PlanRules.MAX_OBJECTIVES, i -> new ObjectiveId("o-" + ID + i)),
                        new ContributionId("c-" + ID),
                        many(PlanRules.MAX_EXPERIENCES, i -> new ExperienceId("x-" + ID + i))),
                ActionStatus.ABANDONED,
                100,
                many(
                        Action.MAX_REPORTS,
                        i -> new Action.ProgressReport(i, LETTER.repeat(2_000), AT)),
                LocalDate.EPOCH,
                LETTER.repeat(2_000),
                new Origin(new WorkingDayId("wd-" + ID), DecisionId.numbered(1)),
                AT);
    }

    private static <T> List<T> many(int count, IntFunction<T> one) {
        return IntStream.range(0, count).mapToObj(one).toList();
    }
}
