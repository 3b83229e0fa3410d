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
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Person;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.naming.Axes;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** Objectives and actions, axis by axis: what is open, late or closed. */
@Controller
class PlanController {

    private static final String MOST = "100";

    private final CommitteeApi committee;
    private final Naming naming;
    private final Calls calls;
    private final Clock clock;

    PlanController(CommitteeApi committee, Naming naming, Calls calls, Clock clock) {
        this.committee = committee;
        this.naming = naming;
        this.calls = calls;
        this.clock = clock;
    }

    /** What the service said to all that was asked; a part that is missing is marked. */
    private record Found<T>(List<T> items, boolean more, boolean missing) {}

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
                shown.objectives().stream()
                        .map(status -> objectives(question(only, "status", status)))
                        .toList();
        List<Pending<Listing<CommitteePlan.Action>>> askedActions =
                shown == PlanShown.LATE
                        ? List.of(actions(question(only, "late", "true")))
                        : shown.actions().stream()
                                .map(status -> actions(question(only, "status", status)))
                                .toList();
        List<Pending<Listing<CommitteePlan.Action>>> askedOwn =
                shown == PlanShown.OPEN && only == null ? led(authentication) : List.of();
        Found<CommitteePlan.Objective> objectives = found(askedObjectives);
        Found<CommitteePlan.Action> own = found(askedOwn);
        Found<CommitteePlan.Action> actions = found(askedActions);
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

    /** Those that one's partner leads, which come before those of all. */
    private List<Pending<Listing<CommitteePlan.Action>>> led(Authentication authentication) {
        Person person = Person.of(authentication);
        String partner = person == null ? null : person.partner();
        return partner == null
                ? List.of()
                : PlanShown.OPEN.actions().stream()
                        .map(
                                status -> {
                                    var question = question(null, "status", status);
                                    question.add("lead", partner);
                                    return actions(question);
                                })
                        .toList();
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

    private static <T> Found<T> found(List<Pending<Listing<T>>> asked) {
        var items = new ArrayList<T>();
        boolean more = false;
        boolean missing = false;
        for (Pending<Listing<T>> each : asked) {
            Answer<Listing<T>> answer = each.answer();
            missing |= !answer.isOk();
            if (answer.isOk()) {
                items.addAll(answer.value().items());
                more |= answer.value().nextCursor() != null;
            }
        }
        return new Found<>(items, more, missing);
    }

    private Pending<Listing<CommitteePlan.Objective>> objectives(
            MultiValueMap<String, String> question) {
        return calls.start(Service.CONTRIBUTIONS, () -> committee.objectives(question));
    }

    private Pending<Listing<CommitteePlan.Action>> actions(MultiValueMap<String, String> question) {
        return calls.start(Service.CONTRIBUTIONS, () -> committee.actions(question));
    }

    private static MultiValueMap<String, String> question(
            @Nullable String axis, String name, String value) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add(name, value);
        question.add("limit", MOST);
        if (axis != null) {
            question.add("axis", axis);
        }
        return question;
    }
}
