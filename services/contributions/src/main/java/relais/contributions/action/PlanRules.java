package relais.contributions.action;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;

/** The rules behind {@link PlanPolicy} about the plan itself and who takes part. */
final class PlanRules {

    static final int MAX_PARTNERS = 50;
    static final int YEARS_AHEAD = 30;

    private static final TextRule TITLE = TextRule.line(100);
    private static final TextRule DESCRIPTION = TextRule.text(5_000);

    private PlanRules() {}

    static Stream<Refusal> soundContent(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        return Stream.of(
                        TITLE.required("title", plan.title()),
                        DESCRIPTION.check("description", plan.description()),
                        territory(plan.territory(), before, circumstances),
                        axes(plan.axes()))
                .flatMap(refusals -> refusals);
    }

    private static Stream<Refusal> territory(
            @Nullable String territory, @Nullable ActionPlan before, Circumstances circumstances) {
        if (territory == null) {
            return Stream.of(Refusal.invalid("territory", "required"));
        }
        boolean asBefore = before != null && before.territory().value().equals(territory);
        return Refusal.when(
                !asBefore && TerritoryCode.parse(territory).filter(circumstances::exists).isEmpty(),
                Refusal.invalid("territory", "unknown-territory", circumstances.day()));
    }

    private static Stream<Refusal> axes(List<String> axes) {
        if (axes.isEmpty()) {
            return Stream.of(Refusal.invalid("axes", "required"));
        }
        return each(
                "axes",
                axes,
                Axis.values().length,
                (field, axis) ->
                        Refusal.when(
                                Axis.parse(axis).isEmpty(),
                                Refusal.invalid(field, "unknown-axis")));
    }

    static Stream<Refusal> dueInTimeToCome(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        LocalDate day = circumstances.day();
        boolean asBefore =
                before != null
                        && DayRule.parse(plan.dueOn()).filter(before.dueOn()::equals).isPresent();
        return asBefore
                ? Stream.empty()
                : new DayRule(day, day.plusYears(YEARS_AHEAD)).required("dueOn", plan.dueOn());
    }

    static Stream<Refusal> leadCanAnswer(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        if (plan.lead() == null) {
            return Stream.of(Refusal.invalid("lead", "required"));
        }
        boolean asBefore = before != null && before.lead().value().equals(plan.lead());
        return asBefore ? Stream.empty() : NamedPartner.active("lead", plan.lead(), circumstances);
    }

    static Stream<Refusal> partnersAreRegistered(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        return each(
                "partnersInvolved",
                plan.partnersInvolved(),
                MAX_PARTNERS,
                (field, partner) -> NamedPartner.registered(field, partner, circumstances));
    }

    /** Every entry by its own rule, unless there are too many to look at. */
    static Stream<Refusal> each(
            String field,
            List<String> texts,
            int most,
            BiFunction<String, String, Stream<Refusal>> rule) {
        return texts.size() > most
                ? Stream.of(Refusal.invalid(field, "too-many", most))
                : IntStream.range(0, texts.size())
                        .boxed()
                        .flatMap(i -> rule.apply(field + "[" + i + "]", texts.get(i)));
    }
}
