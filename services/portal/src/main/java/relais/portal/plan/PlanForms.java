package relais.portal.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan.Action;
import relais.portal.api.CommitteePlan.Objective;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.naming.Picks;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.Words;

/** What is done to objectives and actions: each with a form. */
@Component
record PlanForms(
        Remote<CommitteeApi> committee, Naming naming, Picks picks, Words words, Clock clock)
        implements FormActions {

    private static final String OBJECTIVE = "/desk/plan/objectives/{id}";
    private static final String ACTION = "/desk/plan/actions/{id}";
    private static final String WHOLE_COUNTRY = "pays:FR";

    /** One more than the service takes of partners and experiences, so that it says so itself. */
    private static final int TOO_MANY = 51;

    /** An action as it stands, with the names of what it mentions. */
    private record Planned(Action action, NameBook names) {}

    @Override
    public List<FormAction<?>> actions() {
        var something = new FormAction.New(Service.CONTRIBUTIONS);
        var objective =
                new FormAction.Versioned<>(
                        Service.CONTRIBUTIONS, this::objective, Objective::version);
        var action =
                new FormAction.Versioned<>(
                        Service.CONTRIBUTIONS, this::action, found -> found.action().version());
        return List.of(
                new FormAction<>(OBJECTIVE, "plan/objective", objective)
                        .posts("/objectives/{id}/measures", typed -> measure(typed))
                        .shows(this::progress)
                        .says("plan.done.measured", "", OBJECTIVE),
                new FormAction<>(OBJECTIVE + "/withdrawal", "plan/withdraw-objective", objective)
                        .posts("/objectives/{id}/withdrawal", "reason")
                        .shows(this::progress)
                        .says("plan.done.withdrawn", "", OBJECTIVE),
                new FormAction<>(OBJECTIVE + "/revision", "plan/revise-objective", objective)
                        .puts("/objectives/{id}", typed -> aim(typed))
                        .begins((_, found) -> typed(found))
                        .shows(this::choices)
                        .says("plan.done.revised", "title", OBJECTIVE),
                new FormAction<>("/desk/plan/objectives/new", "plan/new-objective", something)
                        .posts("/objectives", typed -> aim(typed))
                        .keyed()
                        .begins((asked, _) -> Typed.nothing().with("axis", asked.parameter("axis")))
                        .shows(this::choices)
                        .says(
                                "plan.done.set",
                                "title",
                                written -> "/desk/plan/objectives/" + written.id()),
                new FormAction<>(ACTION, "plan/action", action)
                        .posts("/actions/{id}/progress", typed -> report(typed))
                        .says("plan.done.reported", "", ACTION),
                new FormAction<>(ACTION + "/completion", "plan/complete-action", action)
                        .posts("/actions/{id}/completion", "completedOn", "report")
                        .says("plan.done.completed", "", ACTION),
                new FormAction<>(ACTION + "/abandonment", "plan/abandon-action", action)
                        .posts("/actions/{id}/abandonment", "reason")
                        .says("plan.done.abandoned", "", ACTION),
                new FormAction<>(ACTION + "/revision", "plan/revise-action", action)
                        .puts("/actions/{id}", typed -> revision(typed))
                        .begins((_, found) -> typed(found))
                        .shows((exchange, found, _) -> choices(exchange, found.orElse(null)))
                        .says("plan.done.action-revised", "title", ACTION),
                new FormAction<>("/desk/plan/actions/new", "plan/new-action", something)
                        .posts("/actions", typed -> plan(typed))
                        .keyed()
                        .begins(
                                (asked, _) ->
                                        Typed.nothing()
                                                .with("axes", asked.parameter("axis"))
                                                .with("objectives", asked.parameter("objective")))
                        .shows((exchange, _, _) -> choices(exchange, null))
                        .says(
                                "plan.done.planned",
                                "title",
                                written -> "/desk/plan/actions/" + written.id()));
    }

    private Optional<Objective> objective(Exchange exchange) {
        String id = exchange.variable("id");
        return exchange.existing("objective", committee.ask(api -> api.objective(id)));
    }

    private Optional<Planned> action(Exchange exchange) {
        String id = exchange.variable("id");
        Optional<Action> found = exchange.existing("action", committee.ask(api -> api.action(id)));
        NameBook names = naming.of(found.map(Action::mentions).orElse(List.of()));
        exchange.add("names", names);
        return found.map(action -> new Planned(action, names));
    }

    /** How far an objective is, and what is done towards it; the page is worth reading without. */
    private void progress(Exchange exchange, Optional<Objective> objective, Form form) {
        var question = Questions.of("objective", exchange.variable("id"), "limit", PlanLists.MOST);
        List<Action> actions = committee.list(api -> api.actions(question));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        var ids = new ArrayList<@Nullable String>();
        objective.ifPresent(found -> ids.add(found.steward()));
        actions.forEach(action -> ids.add(action.lead()));
        exchange.add(
                        "late",
                        objective
                                .filter(found -> AxisPlan.Aimed.of(found, today).late())
                                .isPresent())
                .add("actions", actions)
                .add("names", naming.of(ids));
    }

    private void choices(Exchange exchange, Optional<?> objective, Form form) {
        exchange.add("axes", Axes.choices(words)).add("partners", picks.signatories());
    }

    /**
     * What an action may work towards: what is open, and what it works towards already, which may
     * stay whatever became of it.
     */
    private void choices(Exchange exchange, @Nullable Planned planned) {
        var question = Questions.of("status", "OPEN", "limit", PlanLists.MOST);
        var choices = new ArrayList<Choice>();
        committee
                .list(api -> api.objectives(question))
                .forEach(each -> choices.add(new Choice(each.id(), each.title())));
        if (planned != null) {
            planned.action().objectives().stream()
                    .filter(id -> choices.stream().noneMatch(each -> each.value().equals(id)))
                    .toList()
                    .forEach(id -> choices.add(new Choice(id, planned.names().of(id))));
        }
        exchange.add("axes", Axes.choices(words))
                .add("partners", picks.signatories())
                .add("objectives", choices);
    }

    private static Map<String, @Nullable Object> measure(Typed typed) {
        var measure = typed.body("measuredOn", "source", "note");
        measure.put("value", Figures.number(typed.value("value")));
        return measure;
    }

    private static Map<String, @Nullable Object> report(Typed typed) {
        var report = typed.body("report");
        report.put("percent", Figures.number(typed.value("percent")));
        return report;
    }

    private Map<String, @Nullable Object> aim(Typed typed) {
        var aim = typed.body("axis", "title", "indicator", "unit", "baselineOn", "dueOn", "note");
        aim.put("baseline", Figures.number(typed.value("baseline")));
        aim.put("target", Figures.number(typed.value("target")));
        aim.put("steward", picks.partner(typed, "steward"));
        return aim;
    }

    private Typed typed(Objective objective) {
        boolean french = LocaleContextHolder.getLocale().getLanguage().equals("fr");
        String[] texts = "axis title indicator unit baselineOn dueOn note".split(" ");
        Typed typed =
                Typed.nothing()
                        .with(objective, texts)
                        .with("baseline", Figures.typed(objective.baseline(), french))
                        .with("target", Figures.typed(objective.target(), french));
        return naming.of(Collections.singletonList(objective.steward()))
                .fill(typed, "steward", objective.steward());
    }

    private Map<String, @Nullable Object> revision(Typed typed) {
        var revision = plan(typed);
        revision.put("reason", typed.value("reason"));
        return revision;
    }

    private Map<String, @Nullable Object> plan(Typed typed) {
        var plan = typed.body("title", "description", "dueOn");
        Picks.PickedCard contribution = picks.card(typed, "contribution");
        plan.put("lead", picks.partner(typed, "lead"));
        plan.put("partnersInvolved", picks.partners(typed, "partnersInvolved", TOO_MANY));
        plan.put(
                "territory",
                Objects.requireNonNullElse(picks.territory(typed, "territory"), WHOLE_COUNTRY));
        plan.put("axes", typed.texts("axes"));
        plan.put("objectives", typed.texts("objectives"));
        plan.put("contribution", contribution == null ? null : contribution.id());
        plan.put(
                "experiences",
                typed.text("experiences")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(TOO_MANY)
                        .map(line -> picks.card(typed, "experiences", line).id())
                        .toList());
        return plan;
    }

    private static Typed typed(Planned planned) {
        Action action = planned.action();
        NameBook names = planned.names();
        String territory = action.territory();
        Typed typed =
                Typed.nothing().with(action, "title", "description", "axes", "dueOn", "objectives");
        typed = names.fill(typed, "lead", action.lead());
        typed = names.fill(typed, "partnersInvolved", action.partnersInvolved());
        typed = names.fill(typed, "territory", territory.equals(WHOLE_COUNTRY) ? null : territory);
        typed = names.fill(typed, "contribution", action.contribution());
        return names.fill(typed, "experiences", action.experiences());
    }
}
