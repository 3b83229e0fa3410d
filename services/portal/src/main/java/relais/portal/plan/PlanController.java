package relais.portal.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.CommitteePlan;
import relais.portal.naming.Axes;
import relais.portal.naming.Naming;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** Objectives and actions, axis by axis: what is open, late or closed. */
@Controller
record PlanController(PlanLists lists, Naming naming, Clock clock) {

    @GetMapping("/desk/plan")
    String plan(Exchange exchange) {
        PlanShown shown = PlanShown.of(exchange.parameter("show"));
        String axis = exchange.parameter("axis");
        String only = axis != null && Axes.ALL.contains(axis) ? axis : null;
        var askedObjectives = lists.objectives(shown, only);
        var askedActions = lists.actions(shown, only);
        String partner = shown == PlanShown.OPEN && only == null ? exchange.partner() : null;
        var askedOwn = lists.led(partner, shown);
        var objectives = PlanLists.AnsweredLists.of(askedObjectives);
        var own = PlanLists.AnsweredLists.of(askedOwn);
        var actions = PlanLists.AnsweredLists.of(askedActions);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        List<AxisPlan.Aimed> aimed =
                objectives.items().stream()
                        .map(objective -> AxisPlan.Aimed.of(objective, today))
                        .filter(each -> shown != PlanShown.LATE || each.late())
                        .toList();
        List<String> shownAxes = only == null ? Axes.ALL : List.of(only);
        PlanLists.AnsweredLists.show(exchange, List.of(objectives, actions, own));
        exchange.add("own", own.items())
                .add("shown", shown.key())
                .add("only", only)
                .add("axes", Axes.ALL)
                .add(
                        "plans",
                        shownAxes.stream().map(each -> plan(each, aimed, actions.items())).toList())
                .add("names", naming.of(people(aimed, actions.items(), own.items())));
        return "plan/plan";
    }

    private static AxisPlan plan(
            String axis, List<AxisPlan.Aimed> objectives, List<CommitteePlan.Action> actions) {
        return new AxisPlan(
                axis,
                objectives.stream().filter(each -> each.objective().axis().equals(axis)).toList(),
                actions.stream().filter(action -> action.axes().contains(axis)).toList());
    }

    private static List<@Nullable String> people(
            List<AxisPlan.Aimed> objectives,
            List<CommitteePlan.Action> actions,
            List<CommitteePlan.Action> own) {
        var ids = new ArrayList<@Nullable String>();
        objectives.forEach(each -> ids.add(each.objective().steward()));
        actions.forEach(action -> ids.add(action.lead()));
        own.forEach(action -> ids.add(action.lead()));
        return ids;
    }

    @GetMapping("/desk/plan/actions")
    String list(Exchange exchange) {
        String partner = exchange.partner();
        var askedOpen = lists.led(partner, PlanShown.OPEN);
        var askedEnded = lists.led(partner, PlanShown.CLOSED);
        var open = PlanLists.AnsweredLists.of(askedOpen);
        var ended = PlanLists.AnsweredLists.of(askedEnded);
        PlanLists.AnsweredLists.show(exchange, List.of(open, ended));
        exchange.add("open", open.items())
                .add("ended", ended.items())
                .add("names", naming.of(Collections.singletonList(partner)));
        return "plan/led-actions";
    }
}
