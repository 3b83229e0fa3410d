package relais.portal.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Person;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.call.Pending;
import relais.portal.naming.Axes;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** Objectives and actions, axis by axis: what is open, late or closed. */
@Controller
record PlanController(PlanLists lists, Naming naming, Clock clock) {

    @GetMapping("/desk/plan")
    String plan(
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String show,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        PlanShown shown = PlanShown.of(show);
        String only = axis != null && Axes.ALL.contains(axis) ? axis : null;
        List<Pending<Listing<CommitteePlan.Objective>>> askedObjectives =
                lists.objectives(shown, only);
        List<Pending<Listing<CommitteePlan.Action>>> askedActions = lists.actions(shown, only);
        Person person = Person.of(authentication);
        List<Pending<Listing<CommitteePlan.Action>>> askedOwn =
                shown == PlanShown.OPEN && only == null && person != null
                        ? lists.led(person.partner(), shown)
                        : List.of();
        PlanLists.Found<CommitteePlan.Objective> objectives = PlanLists.Found.of(askedObjectives);
        PlanLists.Found<CommitteePlan.Action> own = PlanLists.Found.of(askedOwn);
        PlanLists.Found<CommitteePlan.Action> actions = PlanLists.Found.of(askedActions);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        List<AxisPlan.Aimed> aimed =
                objectives.items().stream()
                        .map(objective -> AxisPlan.Aimed.of(objective, today))
                        .filter(each -> shown != PlanShown.LATE || each.late())
                        .toList();

        if (objectives.missing() || actions.missing() || own.missing()) {
            response.setStatus(503);
        }
        model.addAttribute("missing", objectives.missing() || actions.missing() || own.missing());
        model.addAttribute("more", objectives.more() || actions.more() || own.more());
        model.addAttribute("own", own.items());
        model.addAttribute("shown", shown.key());
        model.addAttribute("only", only);
        model.addAttribute("axes", Axes.ALL);
        model.addAttribute("plans", plans(only, aimed, actions.items()));
        model.addAttribute("names", naming.of(people(aimed, actions.items(), own.items())));
        return "plan/plan";
    }

    private static List<AxisPlan> plans(
            @Nullable String only,
            List<AxisPlan.Aimed> objectives,
            List<CommitteePlan.Action> actions) {
        return Axes.ALL.stream()
                .filter(axis -> only == null || axis.equals(only))
                .map(
                        axis ->
                                new AxisPlan(
                                        axis,
                                        objectives.stream()
                                                .filter(
                                                        each ->
                                                                each.objective()
                                                                        .axis()
                                                                        .equals(axis))
                                                .toList(),
                                        actions.stream()
                                                .filter(action -> action.axes().contains(axis))
                                                .toList()))
                .toList();
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
}
