package relais.portal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** Asks for the objectives and actions that a page lists, status by status. */
@Component
record PlanLists(Remote<CommitteeApi> committee) {

    static final String MOST = "100";

    /** What the service said to all that was asked; a part that is missing is marked. */
    record AnsweredLists<T>(List<T> items, boolean more, boolean missing) {

        static <T> AnsweredLists<T> of(List<Pending<Listing<T>>> asked) {
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
            return new AnsweredLists<>(items, more, missing);
        }

        /** Whether there is more on a page, and whether a part of it is missing. */
        static void show(Exchange exchange, List<AnsweredLists<?>> all) {
            boolean missing = all.stream().anyMatch(AnsweredLists::missing);
            if (missing) {
                exchange.response().setStatus(503);
            }
            exchange.add("missing", missing)
                    .add("more", all.stream().anyMatch(AnsweredLists::more));
        }
    }

    List<Pending<Listing<CommitteePlan.Objective>>> objectives(
            PlanShown shown, @Nullable String axis) {
        return shown.objectives().stream()
                .map(status -> question(axis, "status", status))
                .map(question -> committee.start(api -> api.objectives(question)))
                .toList();
    }

    List<Pending<Listing<CommitteePlan.Action>>> actions(PlanShown shown, @Nullable String axis) {
        return shown == PlanShown.LATE
                ? List.of(actions(question(axis, "late", "true")))
                : shown.actions().stream()
                        .map(status -> actions(question(axis, "status", status)))
                        .toList();
    }

    /** Actions that a partner leads; none if there is no partner. */
    List<Pending<Listing<CommitteePlan.Action>>> led(@Nullable String partner, PlanShown shown) {
        return partner == null
                ? List.of()
                : shown.actions().stream()
                        .map(
                                status ->
                                        Questions.of(
                                                "status", status, "limit", MOST, "lead", partner))
                        .map(this::actions)
                        .toList();
    }

    private Pending<Listing<CommitteePlan.Action>> actions(MultiValueMap<String, String> question) {
        return committee.start(api -> api.actions(question));
    }

    private static MultiValueMap<String, String> question(
            @Nullable String axis, String name, String value) {
        return Questions.of(name, value, "limit", MOST, "axis", axis);
    }

    @Bean
    @Order(40)
    ToDos actionWaiting() {
        return new ToDos(
                capacities -> capacities.contains(Capacity.COMMITTEE) ? "plan" : "actions",
                Set.of(Capacity.MEMBER, Capacity.COMMITTEE),
                (person, capacities) -> committee.start(api -> find(api, person, capacities)));
    }

    private static ToDos.Page find(CommitteeApi api, Person person, Set<Capacity> capacities) {
        Map<String, ToDo> found = new LinkedHashMap<>();
        boolean more = false;
        String partner = person.partner();
        if (partner != null) {
            for (String status : PlanShown.OPEN.actions()) {
                more |= add(api, found, "action", limited("status", status, "lead", partner));
            }
        }
        if (capacities.contains(Capacity.COMMITTEE)) {
            more |= add(api, found, "action-late", limited("late", "true"));
        }
        return new ToDos.Page(
                found.values().stream().limit(ToDos.MOST).toList(),
                more || found.size() > ToDos.MOST);
    }

    /** Whether there is more than is added; what is led by oneself is told once. */
    private static boolean add(
            CommitteeApi api,
            Map<String, ToDo> found,
            String key,
            MultiValueMap<String, String> asked) {
        Listing<CommitteePlan.Action> actions = api.actions(asked);
        for (CommitteePlan.Action action : actions.items()) {
            String path = "/desk/plan/actions/" + action.id();
            found.putIfAbsent(action.id(), new ToDo(key, action.title(), path, action.late()));
        }
        return actions.nextCursor() != null;
    }

    private static MultiValueMap<String, String> limited(String... pairs) {
        var question = Questions.of("limit", ToDos.MOST);
        for (int i = 0; i < pairs.length; i += 2) {
            question.add(pairs[i], pairs[i + 1]);
        }
        return question;
    }
}
