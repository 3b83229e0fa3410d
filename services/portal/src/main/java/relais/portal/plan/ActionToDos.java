package relais.portal.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** The open actions that one's partner leads; for the secretariat, those of all that are late. */
@Component
@Order(40)
record ActionToDos(Remote<CommitteeApi> committee) implements ToDos {

    @Override
    public String section(Set<Capacity> capacities) {
        return capacities.contains(Capacity.COMMITTEE) ? "plan" : "actions";
    }

    @Override
    public Set<Capacity> audience() {
        return Set.of(Capacity.MEMBER, Capacity.COMMITTEE);
    }

    @Override
    public Pending<Found> begin(Person person, Set<Capacity> capacities) {
        return committee.start(api -> find(api, person, capacities));
    }

    private static Found find(CommitteeApi api, Person person, Set<Capacity> capacities) {
        Map<String, ToDo> found = new LinkedHashMap<>();
        boolean more = false;
        String partner = person.partner();
        if (partner != null) {
            for (String status : PlanShown.OPEN.actions()) {
                more |= add(api, found, "action", question("status", status, "lead", partner));
            }
        }
        if (capacities.contains(Capacity.COMMITTEE)) {
            more |= add(api, found, "action-late", question("late", "true"));
        }
        return new Found(found.values().stream().limit(MOST).toList(), more || found.size() > MOST);
    }

    /** Whether there is more than is added; what is led by oneself is told once. */
    private static boolean add(
            CommitteeApi api,
            Map<String, ToDo> found,
            String key,
            MultiValueMap<String, String> asked) {
        Listing<CommitteePlan.Action> actions = api.actions(asked);
        for (CommitteePlan.Action action : actions.items()) {
            found.putIfAbsent(
                    action.id(),
                    new ToDo(
                            key,
                            action.title(),
                            "/desk/plan/actions/" + action.id(),
                            action.late()));
        }
        return actions.nextCursor() != null;
    }

    private static MultiValueMap<String, String> question(String... pairs) {
        var question = Questions.of("limit", MOST);
        for (int i = 0; i < pairs.length; i += 2) {
            question.add(pairs[i], pairs[i + 1]);
        }
        return question;
    }
}
